import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from '@/app/roots'

const text = v.optional(v.fallback(v.string(), ''))
const flag = v.optional(v.fallback(v.boolean(), false))

/** What narrows and orders a list of contributions, and what opens above it. */
const list = {
  q: text,
  nature: text,
  etat: v.optional(v.fallback(v.array(v.string()), [])),
  theme: text,
  miennes: flag,
  ordre: text,
  /** The cursor of the last one of the page before. */
  apres: text,
  /** Opens what writes a new one: PEPITE or QUESTION. */
  nouvelle: text,
}

export const contributionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/pepites',
  validateSearch: v.object({ ...list, rencontre: text, centre: text }),
  component: lazyRouteComponent(() => import('./ContributionsPage'), 'ContributionsPage'),
})

export const contributionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/pepites/$contributionId',
  /** Opens the answer, for whoever comes from elsewhere to give it. */
  validateSearch: v.object({ repondre: flag }),
  component: lazyRouteComponent(() => import('./ContributionPage'), 'ContributionPage'),
})

export const barcampRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId/barcamp',
  validateSearch: v.object(list),
  component: lazyRouteComponent(() => import('./BarcampPage'), 'BarcampPage'),
})

export const contributionRoutes = [contributionsRoute, contributionRoute, barcampRoute] as const
