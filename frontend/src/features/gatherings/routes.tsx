import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from '@/app/roots'

export const gatheringsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres',
  component: lazyRouteComponent(() => import('./GatheringsPage'), 'GatheringsPage'),
})

export const gatheringRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId',
  /** How far the topics listed have come. */
  validateSearch: v.object({ etape: v.optional(v.fallback(v.string(), '')) }),
  component: lazyRouteComponent(() => import('./GatheringPage'), 'GatheringPage'),
})

export const gatheringRoutes = [gatheringsRoute, gatheringRoute] as const
