import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'
import { search, text } from '@/app/search'

export const observatoryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/observatoire',
  validateSearch: search({
    /** The first and the last day of the period. */
    du: text,
    au: text,
    theme: text,
    /** How the ties are shown, and which of them. */
    vue: text,
    liens: text,
    force: text,
    /** Two centres whose facts are open. */
    a: text,
    b: text,
    /** A forum, and how far the topics that are open have come. */
    forum: text,
    devenir: text,
  }),
  component: lazyRouteComponent(() => import('./ObservatoryPage'), 'ObservatoryPage'),
})

export const observatoryRoutes = [observatoryRoute] as const
