import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '@/app/roots'
import { flag, search, text, texts } from '@/app/search'

export const projectsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projets',
  validateSearch: search({
    q: text,
    etat: texts,
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
  validateSearch: search({ origine: text, etape: text }),
  component: lazyRouteComponent(() => import('./NewProjectPage'), 'NewProjectPage'),
})

export const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projets/$projectId',
  /** `signer` opens what the reader's centre has to sign: the inbox leads there. */
  validateSearch: search({ onglet: text, signer: flag }),
  component: lazyRouteComponent(() => import('./ProjectPage'), 'ProjectPage'),
})

export const projectRoutes = [projectsRoute, newProjectRoute, projectRoute] as const
