import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from '@/app/roots'

const text = v.optional(v.fallback(v.string(), ''))
const flag = v.optional(v.fallback(v.boolean(), false))

export const groupsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/groupes',
  validateSearch: v.object({
    q: text,
    etat: v.optional(v.fallback(v.array(v.string()), [])),
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
  }),
  component: lazyRouteComponent(() => import('./GroupsPage'), 'GroupsPage'),
})

export const groupRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/groupes/$groupId',
  validateSearch: v.object({ onglet: text }),
  component: lazyRouteComponent(() => import('./GroupPage'), 'GroupPage'),
})

export const groupRoutes = [groupsRoute, groupRoute] as const
