import type { Client } from '@urql/core'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { addresses } from './addresses'
import { loadViewer } from './session'

export interface RouterContext {
  client: Client
}

export const rootRoute = createRootRouteWithContext<RouterContext>()()

/** Pages anyone may read, sign-in included. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public' })

/** Pages of the signed-in: nobody gets further without a session, and comes back to the same address after signing in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const viewer = await loadViewer(context.client)
    if (viewer === null) {
      const back = location.href === addresses.home() ? undefined : location.href
      throw redirect({
        href:
          back === undefined
            ? addresses.signIn()
            : `${addresses.signIn()}?retour=${encodeURIComponent(back)}`,
      })
    }
    return { viewer }
  },
  component: lazyRouteComponent(() => import('./AppLayout'), 'AppLayout'),
})
