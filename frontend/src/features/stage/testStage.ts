import type { Question } from './question'

/** What the tests of this feature stand on: a stage on which Nadia reads, and questions as the server gives them. */

/** The printer's spaces are not told apart from others. */
export const said = (text: string) =>
  new RegExp(
    text
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll("'", "['’]")
      .replaceAll(' ', String.raw`\s`),
  )

const rights = {
  viewerCanEdit: false,
  viewerCanWithdraw: false,
  viewerCanVote: true,
  viewerCanPublish: false,
  viewerCanReject: false,
  viewerCanMerge: false,
  viewerCanStage: false,
  viewerCanUnstage: false,
  viewerCanAnswer: false,
  viewerCanPromise: false,
}

/** What those who run the gathering may do with a published question. */
export const ran = { viewerCanStage: true, viewerCanReject: true, viewerCanMerge: true }

export const lea = { __typename: 'StaffMember', id: 'lea', name: 'Léa Schmitt' }
export const claire = { __typename: 'StaffMember', id: 'claire', name: 'Claire Montbrun' }

export function question(changes: Partial<Question> & object = {}): Question {
  return {
    __typename: 'LiveQuestion',
    id: 'calendrier',
    text: 'Le calendrier laissera-t-il le temps d’associer les conseils citoyens ?',
    state: 'PUBLISHED',
    anonymous: false,
    author: lea,
    viewerIsAuthor: false,
    voteCount: 12,
    viewerVoted: false,
    rejectionReason: '',
    mergedInto: null,
    promisedBy: null,
    dueOn: null,
    overdue: false,
    answer: '',
    answeredBy: null,
    createdAt: '2026-11-23T09:00:00Z',
    answeredAt: null,
    version: 1,
    stage: { __typename: 'Stage', id: 'item', turn: 4 },
    ...rights,
    ...changes,
  } as Question
}

export const counted = (totalCount: number) => ({ __typename: 'LiveQuestionConnection', totalCount })

export const listed = (...nodes: Question[]) => ({
  __typename: 'LiveQuestionConnection',
  nodes,
  pageInfo: { __typename: 'PageInfo', hasNextPage: false },
  totalCount: nodes.length,
})

export function stage(changes: object = {}) {
  return {
    __typename: 'Stage',
    id: 'item',
    takesQuestions: true,
    anonymousAllowed: true,
    premoderated: true,
    questionsOpen: true,
    turn: 4,
    version: 3,
    viewerCanAsk: true,
    viewerCanRun: false,
    viewerQuestionsLeft: 10,
    agendaItem: {
      __typename: 'AgendaItem',
      id: 'item',
      title: 'Questions à la coordination nationale',
      speaker: 'La coordination nationale',
      startsAt: '2026-11-23T09:00:00Z',
      endsAt: '2026-11-23T10:00:00Z',
      space: { __typename: 'Space', id: 'hall', name: 'Auditorium' },
    },
    gathering: {
      __typename: 'Gathering',
      id: 'tours',
      name: 'Rencontre nationale de Tours',
      timeZone: 'Europe/Paris',
    },
    onStage: null,
    listed: listed(question()),
    asked: counted(1),
    toRead: counted(0),
    settled: counted(0),
    mine: counted(0),
    ...changes,
  }
}
