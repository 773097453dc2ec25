import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { screenRoute, shellRoute } from '@/app/roots'
import { flag, search, text } from '@/app/search'

export const stageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/scenes/$agendaItemId',
  /** Which of its lists, and what is looked for in it. */
  validateSearch: search({ vue: text, q: text }),
  component: lazyRouteComponent(() => import('./StagePage'), 'StagePage'),
})

export const liveQuestionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/questions-posees/$questionId',
  /** Opens what writes the answer, for whoever comes from their tasks to do so. */
  validateSearch: search({ repondre: flag }),
  component: lazyRouteComponent(() => import('./LiveQuestionPage'), 'LiveQuestionPage'),
})

export const stageScreenRoute = createRoute({
  getParentRoute: () => screenRoute,
  path: '/scenes/$agendaItemId/ecran',
  component: lazyRouteComponent(() => import('./StageScreenPage'), 'StageScreenPage'),
})

export const stageRoutes = [stageRoute, liveQuestionRoute] as const
export const screenRoutes = [stageScreenRoute] as const
