import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'

/** What the code on a door leads to. */
export const spaceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/espaces/$spaceId',
  component: lazyRouteComponent(() => import('./SpacePage'), 'SpacePage'),
})

/** The sheets to be put on the doors. */
export const postersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId/espaces/affiches',
  component: lazyRouteComponent(() => import('./PostersPage'), 'PostersPage'),
})

export const spaceRoutes = [spaceRoute, postersRoute] as const
