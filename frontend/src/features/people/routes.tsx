import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from '@/app/roots'

const text = v.optional(v.fallback(v.string(), ''))

export const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/annuaire',
  validateSearch: v.object({
    q: text,
    centre: text,
    metier: v.optional(v.fallback(v.array(v.string()), [])),
    theme: text,
    anciens: v.optional(v.fallback(v.boolean(), false)),
    /** The cursor of the last person of the page before. */
    apres: text,
  }),
  component: lazyRouteComponent(() => import('./PeoplePage'), 'PeoplePage'),
})

export const personRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/annuaire/$personId',
  component: lazyRouteComponent(() => import('./PersonPage'), 'PersonPage'),
})

export const peopleRoutes = [peopleRoute, personRoute] as const
