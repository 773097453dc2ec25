import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from '@/app/roots'

/** A number typed in an address by hand is a text too: « ?region=53 ». */
const text = v.optional(v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ''))

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
