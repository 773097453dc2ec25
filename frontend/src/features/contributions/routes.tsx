import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'
import { flag, search, text, texts } from '@/app/search'

/** What narrows and orders a list of contributions, and what opens above it. */
const list = {
  q: text,
  nature: text,
  etat: texts,
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
  validateSearch: search({ ...list, rencontre: text, centre: text }),
  component: lazyRouteComponent(() => import('./ContributionsPage'), 'ContributionsPage'),
})

export const contributionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/pepites/$contributionId',
  /** Opens the answer, for whoever comes from elsewhere to give it. */
  validateSearch: search({ repondre: flag }),
  component: lazyRouteComponent(() => import('./ContributionPage'), 'ContributionPage'),
})

export const barcampRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId/barcamp',
  validateSearch: search(list),
  component: lazyRouteComponent(() => import('./BarcampPage'), 'BarcampPage'),
})

export const contributionRoutes = [contributionsRoute, contributionRoute, barcampRoute] as const
