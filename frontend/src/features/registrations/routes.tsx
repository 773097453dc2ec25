import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'
import { flag, search, text, texts } from '@/app/search'

/** Who comes to a gathering. */
export const participantsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId/participants',
  validateSearch: search({ q: text, centre: text, jour: text, etat: texts, apres: text }),
  component: lazyRouteComponent(() => import('./ParticipantsPage'), 'ParticipantsPage'),
})

/** The desk, where one is marked present. */
export const deskRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId/emargement',
  validateSearch: search({ q: text, jour: text, attendus: flag, apres: text }),
  component: lazyRouteComponent(() => import('./DeskPage'), 'DeskPage'),
})

/** The labels that are worn. */
export const badgesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rencontres/$gatheringId/badges',
  validateSearch: search({ centre: text }),
  component: lazyRouteComponent(() => import('./BadgesPage'), 'BadgesPage'),
})

export const registrationRoutes = [participantsRoute, deskRoute, badgesRoute] as const
