import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from '@/app/roots'

/** A number typed in an address by hand is a text too: « ?region=53 ». */
const text = v.optional(v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ''))

export const centresRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/centres',
  validateSearch: v.object({
    q: text,
    region: text,
    ordre: text,
    /** The cursor of the last centre of the page before. */
    apres: text,
  }),
  component: lazyRouteComponent(() => import('./CentresPage'), 'CentresPage'),
})

export const centreRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/centres/$centreId',
  component: lazyRouteComponent(() => import('./CentrePage'), 'CentrePage'),
})

export const centreRoutes = [centresRoute, centreRoute] as const
