import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { authRoutes } from '@/features/auth/routes'
import { centreRoutes } from '@/features/centres/routes'
import { contributionRoutes } from '@/features/contributions/routes'
import { forumRoutes } from '@/features/forum/routes'
import { gatheringRoutes } from '@/features/gatherings/routes'
import { guestRoutes } from '@/features/guests/routes'
import { groupRoutes } from '@/features/groups/routes'
import { homeRoutes } from '@/features/home/routes'
import { observatoryRoutes } from '@/features/observatory/routes'
import { proceedingsRoutes } from '@/features/proceedings/routes'
import { projectRoutes } from '@/features/projects/routes'
import { peopleRoutes } from '@/features/people/routes'
import { profileRoutes } from '@/features/profile/routes'
import { registrationRoutes } from '@/features/registrations/routes'
import { screenRoutes, stageRoutes } from '@/features/stage/routes'
import { spaceRoutes } from '@/features/spaces/routes'
import { wallRoutes } from '@/features/wall/routes'
import { expectPageFocus } from '@/ui/pageFocus'
import { addresses } from './addresses'
import { publicRoute, rootRoute, screenRoute, shellRoute } from './roots'
import { styleRoute } from './styleRoute'

const indexRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ href: addresses.home() })
  },
})

/** What leads nowhere is said inside the house, so that one finds the way from there. */
const lostRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '$',
  component: lazyRouteComponent(() => import('./Problems'), 'NotFound'),
})

const routeTree = rootRoute.addChildren([
  publicRoute.addChildren([indexRoute, styleRoute, ...authRoutes, ...guestRoutes, ...wallRoutes]),
  screenRoute.addChildren([...screenRoutes]),
  shellRoute.addChildren([
    // One line per feature, in the order of the navigation.
    ...homeRoutes,
    ...forumRoutes,
    ...groupRoutes,
    ...projectRoutes,
    ...contributionRoutes,
    ...gatheringRoutes,
    ...registrationRoutes,
    ...proceedingsRoutes,
    ...stageRoutes,
    ...spaceRoutes,
    ...centreRoutes,
    ...peopleRoutes,
    ...profileRoutes,
    ...observatoryRoutes,
    lostRoute,
  ]),
])

/** The pages, and how one goes from one to the next. */
export function createAppRouter() {
  const router = createRouter({
    routeTree,
    defaultNotFoundComponent: lazyRouteComponent(() => import('./Problems'), 'NotFound'),
    defaultErrorComponent: lazyRouteComponent(() => import('./Problems'), 'PageFailed'),
    scrollRestoration: true,
  })
  router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
    if (pathChanged && fromLocation !== undefined) expectPageFocus()
  })
  return router
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
