import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'
import { search, text } from '@/app/search'

export const centresRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/centres',
  validateSearch: search({
    q: text,
    region: text,
    ordre: text,
    /** The cursor of the last centre of the page before. */
    apres: text,
  }),
  component: lazyRouteComponent(() => import('./CentresPage'), 'CentresPage'),
})

export const centreRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/centres/$centreId',
  component: lazyRouteComponent(() => import('./CentrePage'), 'CentrePage'),
})

export const centreRoutes = [centresRoute, centreRoute] as const
