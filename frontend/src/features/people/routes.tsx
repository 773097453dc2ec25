import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'
import { flag, search, text, texts } from '@/app/search'

export const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/annuaire',
  validateSearch: search({
    q: text,
    centre: text,
    metier: texts,
    theme: text,
    anciens: flag,
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
