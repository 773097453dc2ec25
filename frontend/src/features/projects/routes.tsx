import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { shellRoute } from '@/app/roots'

const text = v.optional(v.fallback(v.string(), ''))
const flag = v.optional(v.fallback(v.boolean(), false))

export const projectsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projets',
  validateSearch: v.object({
    q: text,
    etat: v.optional(v.fallback(v.array(v.string()), [])),
    theme: text,
    centre: text,
    pilote: text,
    asigner: flag,
    miens: flag,
    attention: flag,
    ordre: text,
    vue: text,
    apres: text,
  }),
  component: lazyRouteComponent(() => import('./ProjectsPage'), 'ProjectsPage'),
})

export const newProjectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projets/nouveau',
  /** The topic or the group the project comes from; the step of the form. */
  validateSearch: v.object({ origine: text, etape: text }),
  component: lazyRouteComponent(() => import('./NewProjectPage'), 'NewProjectPage'),
})

export const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projets/$projectId',
  /** `signer` opens what the reader's centre has to sign: the inbox leads there. */
  validateSearch: v.object({ onglet: text, signer: flag }),
  component: lazyRouteComponent(() => import('./ProjectPage'), 'ProjectPage'),
})

export const projectRoutes = [projectsRoute, newProjectRoute, projectRoute] as const
