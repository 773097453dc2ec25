import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'
import { search, text } from '@/app/search'

export const gatheringsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres',
  component: lazyRouteComponent(() => import('./GatheringsPage'), 'GatheringsPage'),
})

export const gatheringRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId',
  /** How far the topics listed have come. */
  validateSearch: search({ etape: text }),
  component: lazyRouteComponent(() => import('./GatheringPage'), 'GatheringPage'),
})

export const gatheringRoutes = [gatheringsRoute, gatheringRoute] as const
