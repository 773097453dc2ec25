import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { publicRoute } from '@/app/roots'

export const signInRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/connexion',
  /** Where to go once signed in. */
  validateSearch: v.object({ retour: v.optional(v.fallback(v.string(), '')) }),
  component: lazyRouteComponent(() => import('./SignInPage'), 'SignInPage'),
})

export const authRoutes = [signInRoute] as const
