import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from './roots'

/** Every component in every state, for whoever builds a page. */
export const styleRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/style',
  component: lazyRouteComponent(() => import('./style/StylePage'), 'StylePage'),
})
