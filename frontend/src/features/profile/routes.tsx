import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from '@/app/roots'

export const profileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/profil',
  validateSearch: v.object({ onglet: v.optional(v.fallback(v.string(), '')) }),
  component: lazyRouteComponent(() => import('./ProfilePage'), 'ProfilePage'),
})

export const profileRoutes = [profileRoute] as const
