import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '@/app/roots'
import { search, text } from '@/app/search'

export const signInRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/connexion',
  /** Where to go once signed in. */
  validateSearch: search({ retour: text }),
  component: lazyRouteComponent(() => import('./SignInPage'), 'SignInPage'),
})

export const authRoutes = [signInRoute] as const
