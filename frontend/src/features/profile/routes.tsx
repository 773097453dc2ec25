import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'
import { search, text } from '@/app/search'

export const profileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/profil',
  validateSearch: search({ onglet: text }),
  component: lazyRouteComponent(() => import('./ProfilePage'), 'ProfilePage'),
})

export const profileRoutes = [profileRoute] as const
