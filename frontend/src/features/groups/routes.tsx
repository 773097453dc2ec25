import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'
import { flag, search, text, texts } from '@/app/search'

export const groupsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/groupes',
  validateSearch: search({
    q: text,
    etat: texts,
    theme: text,
    centre: text,
    rencontre: text,
    miens: flag,
    attention: flag,
    ordre: text,
    vue: text,
    /** The cursor of the last group of the page before. */
    apres: text,
    /** Opens what asks for a group, for whoever comes from elsewhere to do so. */
    demander: flag,
    /** The contribution that the group comes from. */
    origine: text,
  }),
  component: lazyRouteComponent(() => import('./GroupsPage'), 'GroupsPage'),
})

export const groupRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/groupes/$groupId',
  validateSearch: search({ onglet: text }),
  component: lazyRouteComponent(() => import('./GroupPage'), 'GroupPage'),
})

export const groupRoutes = [groupsRoute, groupRoute] as const
