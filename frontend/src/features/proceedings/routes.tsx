import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'

export const proceedingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId/actes',
  component: lazyRouteComponent(() => import('./ProceedingsPage'), 'ProceedingsPage'),
})

/** For anyone: the permanent address of the public part. */
export const publicProceedingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/actes/$address',
  component: lazyRouteComponent(() => import('./PublicProceedingsPage'), 'PublicProceedingsPage'),
})

export const proceedingsRoutes = [proceedingsRoute, publicProceedingsRoute] as const
