import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'
import { search, text, texts } from '@/app/search'

export const gatheringsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres',
  validateSearch: search({
    q: text,
    etat: texts,
    /** The cursor of the last gathering of the page before. */
    apres: text,
  }),
  component: lazyRouteComponent(() => import('./GatheringsPage'), 'GatheringsPage'),
})

export const newGatheringRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/nouvelle',
  component: lazyRouteComponent(() => import('./NewGatheringPage'), 'NewGatheringPage'),
})

export const gatheringRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId',
  validateSearch: search({
    /** How far the topics listed have come. */
    etape: text,
    /** The whole programme, or one's own. */
    vue: text,
    q: text,
    jour: text,
    salle: text,
    nature: text,
  }),
  component: lazyRouteComponent(() => import('./GatheringPage'), 'GatheringPage'),
})

export const preparationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId/preparation',
  validateSearch: search({
    onglet: text,
    /** Which guests are listed. */
    q: text,
    etat: texts,
    /** The cursor of the last guest of the page before. */
    apres: text,
  }),
  component: lazyRouteComponent(() => import('./PreparationPage'), 'PreparationPage'),
})

export const gatheringRoutes = [gatheringsRoute, newGatheringRoute, gatheringRoute, preparationRoute] as const
