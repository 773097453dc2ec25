import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import * as v from 'valibot'
import { screenRoute, shellRoute } from '@/app/roots'

const text = v.optional(v.fallback(v.string(), ''))

export const stageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/scenes/$agendaItemId',
  /** Which of its lists, and what is looked for in it. */
  validateSearch: v.object({ vue: text, q: text }),
  component: lazyRouteComponent(() => import('./StagePage'), 'StagePage'),
})

export const liveQuestionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/questions-posees/$questionId',
  /** Opens what writes the answer, for whoever comes from their tasks to do so. */
  validateSearch: v.object({ repondre: v.optional(v.fallback(v.boolean(), false)) }),
  component: lazyRouteComponent(() => import('./LiveQuestionPage'), 'LiveQuestionPage'),
})

export const stageScreenRoute = createRoute({
  getParentRoute: () => screenRoute,
  path: '/scenes/$agendaItemId/ecran',
  component: lazyRouteComponent(() => import('./StageScreenPage'), 'StageScreenPage'),
})

export const stageRoutes = [stageRoute, liveQuestionRoute] as const
export const screenRoutes = [stageScreenRoute] as const
