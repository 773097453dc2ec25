import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '@/app/roots'

/** Outside the house: whoever has the link reads it, and comes in. */
export const invitationRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('./InvitationPage'), 'InvitationPage'),
})

export const guestRoutes = [invitationRoute] as const
