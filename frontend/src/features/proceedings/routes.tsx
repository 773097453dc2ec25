import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'

export const proceedingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId/actes',
  component: lazyRouteComponent(() => import('./ProceedingsPage'), 'ProceedingsPage'),
})

export const proceedingsEditionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId/actes/editions/$edition',
  component: lazyRouteComponent(() => import('./ProceedingsPage'), 'ProceedingsEditionPage'),
})

/** Where a corrected edition is prepared. */
export const correctionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId/actes/correction',
  component: lazyRouteComponent(() => import('./CorrectionPage'), 'CorrectionPage'),
})

/** For anyone: the permanent address of the public part. */
export const publicProceedingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/actes/$address',
  component: lazyRouteComponent(() => import('./PublicProceedingsPage'), 'PublicProceedingsPage'),
})

export const publicEditionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/actes/$address/editions/$edition',
  component: lazyRouteComponent(() => import('./PublicProceedingsPage'), 'PublicEditionPage'),
})

export const proceedingsRoutes = [
  proceedingsRoute,
  proceedingsEditionRoute,
  correctionRoute,
  publicProceedingsRoute,
  publicEditionRoute,
] as const
