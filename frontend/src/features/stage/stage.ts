import { graphql, type ResultOf, type VariablesOf } from '@/app/graphql'
import { questionLine } from './question'

export const stageQuery = graphql(
  `
    query StagePage($id: ID!, $filter: LiveQuestionFilter, $orderBy: LiveQuestionOrder, $first: Int!) {
      stage(id: $id) {
        id
        takesQuestions
        anonymousAllowed
        premoderated
        questionsOpen
        turn
        version
        viewerCanAsk
        viewerCanRun
        viewerQuestionsLeft
        agendaItem {
          id
          title
          speaker
          startsAt
          endsAt
          space {
            id
            name
          }
        }
        gathering {
          id
          name
          timeZone
        }
        onStage {
          ...LiveQuestionLine
        }
        listed: questions(filter: $filter, orderBy: $orderBy, first: $first) {
          nodes {
            ...LiveQuestionLine
          }
          pageInfo {
            hasNextPage
          }
          totalCount
        }
        asked: questions(filter: { states: [PUBLISHED] }, first: 1) {
          totalCount
        }
        toRead: questions(filter: { states: [SUBMITTED] }, first: 1) {
          totalCount
        }
        settled: questions(filter: { states: [ANSWERED, ANSWER_PROMISED] }, first: 1) {
          totalCount
        }
        mine: questions(filter: { mine: true }, first: 1) {
          totalCount
        }
      }
    }
  `,
  [questionLine],
)

export type Stage = NonNullable<ResultOf<typeof stageQuery>['stage']>

type Asked = Pick<VariablesOf<typeof stageQuery>, 'filter' | 'orderBy'>

export const stageViewNames = ['questions', 'relire', 'reponses', 'miennes'] as const
export type StageView = (typeof stageViewNames)[number]

/** The lists of a stage, by the name they have in its address. */
export const stageViews: Record<StageView, Asked & { count: 'asked' | 'toRead' | 'settled' | 'mine' }> = {
  questions: { filter: { states: ['PUBLISHED'] }, orderBy: 'VOTES', count: 'asked' },
  relire: { filter: { states: ['SUBMITTED'] }, orderBy: 'OLDEST', count: 'toRead' },
  reponses: { filter: { states: ['ANSWERED', 'ANSWER_PROMISED'] }, orderBy: 'ANSWERED', count: 'settled' },
  miennes: { filter: { mine: true }, orderBy: 'OLDEST', count: 'mine' },
}

/** The lists a reader has: those still to be read by someone are for those who run the gathering. */
export function viewsOf(stage: Pick<Stage, 'viewerCanRun' | 'premoderated' | 'toRead'>): StageView[] {
  const isRead = stage.viewerCanRun && (stage.premoderated || stage.toRead.totalCount > 0)
  return stageViewNames.filter((view) => view !== 'relire' || isRead)
}
