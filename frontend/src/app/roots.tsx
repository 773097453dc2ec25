import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { addresses, isOpen } from './addresses'

const loadLayout = () => import('./AppLayout')

export const rootRoute = createRootRoute()

/** Pages anyone may read, sign-in included. */
export const publicRoute = createRoute({ getParentRoute: () => rootRoute, id: 'public' })

/** Nobody gets further without a session, and comes back to the same address after signing in. */
async function signedIn({ location }: { location: { href: string } }) {
  const { client, viewer } = await (await import('./enter')).enter()
  if (viewer === null) {
    const back = location.href === addresses.home() ? undefined : location.href
    throw redirect({
      href:
        back === undefined ? addresses.signIn() : `${addresses.signIn()}?retour=${encodeURIComponent(back)}`,
    })
  }
  return { client, viewer }
}

/** Pages of the signed-in, inside the house. The few that are open to anyone are read there by nobody in particular too. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async (context) => {
    // The layout is on its way while the server is asked who this is.
    void loadLayout()
    return isOpen(context.location.pathname) ? (await import('./enter')).enter() : signedIn(context)
  },
  component: lazyRouteComponent(loadLayout, 'AppLayout'),
})

/** Pages of the signed-in that fill a screen of their own, for a room to read. */
export const screenRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'screen',
  beforeLoad: signedIn,
  component: lazyRouteComponent(() => import('./ScreenLayout'), 'ScreenLayout'),
})
