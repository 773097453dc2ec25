import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '@/app/roots'

/** For the projector, outside the house: whoever has the address reads it. */
export const wallRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/mur/$token',
  component: lazyRouteComponent(() => import('./WallPage'), 'WallPage'),
})

export const wallRoutes = [wallRoute] as const
