import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { addresses } from './addresses'

const loadLayout = () => import('./AppLayout')

export const rootRoute = createRootRoute()

/** Pages anyone may read, sign-in included. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public' })

/** Pages of the signed-in: nobody gets further without a session, and comes back to the same address after signing in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    // The layout is on its way while the server is asked who this is.
    void loadLayout()
    const { client, viewer } = await (await import('./enter')).enter()
    if (viewer === null) {
      const back = location.href === addresses.home() ? undefined : location.href
      throw redirect({
        href:
          back === undefined
            ? addresses.signIn()
            : `${addresses.signIn()}?retour=${encodeURIComponent(back)}`,
      })
    }
    return { client, viewer }
  },
  component: lazyRouteComponent(loadLayout, 'AppLayout'),
})
