import { renderApp, stubClient, type StubAnswer } from '@/test/render'
import { GatheringPage } from './GatheringPage'

/** An item of a programme. */
export const item = (changes: object) => ({
  __typename: 'AgendaItem',
  kind: 'TALK',
  speaker: '',
  description: '',
  state: 'PLANNED',
  formerStartsAt: null,
  formerSpace: '',
  capacity: null,
  keptCount: 0,
  viewerKeeps: false,
  viewerCanKeep: false,
  space: null,
  stage: null,
  gathering: { __typename: 'Gathering', id: 'nantes' },
  ...changes,
})

/** A gathering that is over, whose topics have become something. */
export const nantes = {
  __typename: 'Gathering',
  id: 'nantes',
  name: 'Rencontre nationale de Nantes',
  city: 'Nantes',
  venue: 'Cité des congrès',
  startsOn: '2019-06-25',
  endsOn: '2019-06-26',
  timeZone: 'Europe/Paris',
  state: 'CLOSED',
  description: 'Deux jours.',
  viewerCanMakeWall: false,
  cancelReason: '',
  proceedingsAddress: null as string | null,
  capacity: null,
  registeredCount: 0,
  waitingCount: 0,
  viewerCanRegister: false,
  viewerCanRegisterColleagues: false,
  viewerCanRegisterAnyone: false,
  viewerCanMarkAttendance: false,
  viewerRegistration: null as object | null,
  copiedFrom: null,
  releases: [],
  version: 1,
  allowedTransitions: [],
  viewerCanEdit: false,
  viewerCanCopy: false,
  viewerCanManageGuests: false,
  hosts: [{ __typename: 'Centre', id: 'resovilles', shortName: 'Résovilles' }],
  forum: { __typename: 'Forum', id: 'forum', phase: 'CLOSED' },
  openStage: null as object | null,
  viewerCanCreateForum: false,
  agenda: [
    item({
      id: 'opening',
      title: 'Ouverture',
      kind: 'PLENARY',
      startsAt: '2019-06-25T07:30:00Z',
      endsAt: '2019-06-25T08:00:00Z',
      speaker: 'La coordination nationale',
      stage: null,
      space: { __typename: 'Space', id: 'hall', name: 'Hall' },
    }),
    item({
      id: 'item-forum',
      title: 'Forum ouvert : nos pratiques',
      kind: 'FORUM',
      startsAt: '2019-06-26T07:00:00Z',
      endsAt: '2019-06-26T13:00:00Z',
    }),
    item({
      id: 'item-questions',
      title: 'Questions à un responsable',
      kind: 'QUESTIONS',
      startsAt: '2019-06-25T14:45:00Z',
      endsAt: '2019-06-25T15:30:00Z',
      stage: {
        __typename: 'Stage',
        id: 'item-questions',
        takesQuestions: true,
        questionsOpen: true,
        viewerCanRun: false,
      },
    }),
  ],
}

/** What was promised at earlier gatherings. */
export const promised = (nodes: object[]) => ({
  gathering: {
    __typename: 'Gathering',
    id: 'nantes',
    promisedQuestions: {
      __typename: 'LiveQuestionConnection',
      nodes,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false },
      totalCount: nodes.length,
    },
  },
})

const counted = (totalCount: number) => ({ __typename: 'TopicConnection', totalCount })
export const counts = {
  tous: counted(18),
  tenus: counted(16),
  recoltes: counted(15),
  groupes: counted(13),
  suites: counted(7),
  acheves: counted(3),
}
export const topics = {
  __typename: 'TopicConnection',
  totalCount: 1,
  pageInfo: { __typename: 'PageInfo', hasNextPage: false },
  nodes: [
    {
      __typename: 'Topic',
      id: 'topic',
      title: 'Les cités éducatives',
      fate: 'COMPLETED',
      dotCount: 41,
      convener: { __typename: 'StaffMember', id: 'malik', name: 'Malik Ouedraogo' },
      workingGroup: {
        __typename: 'WorkingGroup',
        id: 'group',
        name: 'Cités éducatives',
        jointProjects: [{ __typename: 'JointProject', id: 'project', title: 'Appui croisé' }],
      },
    },
  ],
}

/** Shows the page of a gathering for a test; what the page asks beside it is answered by `answers`. */
export const show = (
  answers: Record<string, StubAnswer> = {},
  { at = '/rencontres/nantes', language = 'fr' as 'fr' | 'en' } = {},
) =>
  renderApp(<GatheringPage />, {
    client: stubClient({
      GatheringPage: { gathering: nantes },
      TopicFateCounts: counts,
      TopicsByFate: { topics },
      PromisedQuestions: promised([]),
      ...answers,
    }),
    path: '/rencontres/$gatheringId',
    at,
    language,
  })
