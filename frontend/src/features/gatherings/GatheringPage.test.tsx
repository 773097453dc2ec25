import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { GatheringPage } from './GatheringPage'

const nantes = {
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
  hosts: [{ __typename: 'Centre', id: 'resovilles', shortName: 'Résovilles' }],
  forum: { __typename: 'Forum', id: 'forum', phase: 'CLOSED' },
  openStage: null as object | null,
  viewerCanCreateForum: false,
  agenda: [
    {
      __typename: 'AgendaItem',
      id: 'opening',
      title: 'Ouverture',
      kind: 'PLENARY',
      startsAt: '2019-06-25T07:30:00Z',
      endsAt: '2019-06-25T08:00:00Z',
      speaker: 'La coordination nationale',
      stage: null,
      space: { __typename: 'Space', id: 'hall', name: 'Hall' },
    },
    {
      __typename: 'AgendaItem',
      id: 'item-forum',
      title: 'Forum ouvert : nos pratiques',
      kind: 'FORUM',
      startsAt: '2019-06-26T07:00:00Z',
      endsAt: '2019-06-26T13:00:00Z',
      speaker: '',
      stage: null,
      space: null,
    },
    {
      __typename: 'AgendaItem',
      id: 'item-questions',
      title: 'Questions à un responsable',
      kind: 'QUESTIONS',
      startsAt: '2019-06-25T14:45:00Z',
      endsAt: '2019-06-25T15:30:00Z',
      speaker: '',
      stage: {
        __typename: 'Stage',
        id: 'item-questions',
        takesQuestions: true,
        questionsOpen: true,
        viewerCanRun: false,
      },
      space: null,
    },
  ],
}

const promised = (nodes: object[]) => ({
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
const counts = {
  tous: counted(18),
  tenus: counted(16),
  recoltes: counted(15),
  groupes: counted(13),
  suites: counted(7),
  acheves: counted(3),
}
const topics = {
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

const show = (
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

it.each(['fr', 'en'] as const)('is open to all: %s', async (language) => {
  const { container } = await show({}, { language })
  expect(await screen.findByRole('link', { name: 'Les cités éducatives' })).toBeDefined()
  await expectNoAxe(container)
})

it('tells its programme day by day, in the place’s own time', async () => {
  await show()
  expect(await screen.findByRole('heading', { level: 3, name: 'mardi 25 juin' })).toBeDefined()
  expect(screen.getByText('09:30')).toBeDefined()
  const item = screen.getByText('Ouverture').closest('li')!
  expect(within(item).getByText('Hall')).toBeDefined()
  expect(screen.getByRole('link', { name: /Forum ouvert.:.nos pratiques/ }).getAttribute('href')).toBe(
    '/forums/forum',
  )
})

it('says what became of its topics, with the list behind each figure', async () => {
  await show()
  const flow = await screen.findByRole('list', { name: /Ce que ses sujets sont devenus/ })
  const step = within(flow).getByRole('link', { name: /Devenus un groupe de travail/ })
  expect(step.textContent).toContain('13')
  expect(step.getAttribute('href')).toBe('/rencontres/nantes?etape=groupes')
  expect((await screen.findByRole('link', { name: 'Cités éducatives' })).getAttribute('href')).toBe(
    '/groupes/group',
  )
  expect(screen.getByRole('link', { name: 'Appui croisé' }).getAttribute('href')).toBe('/projets/project')
})

it('lists the topics of the step its address names', async () => {
  Element.prototype.scrollIntoView = () => undefined
  let asked: unknown
  await show(
    {
      TopicsByFate: (variables) => {
        asked = variables.fates
        return { topics }
      },
    },
    { at: '/rencontres/nantes?etape=suites' },
  )
  expect(await screen.findByRole('heading', { level: 3, name: /Allés jusqu’à un projet/ })).toBeDefined()
  expect(asked).toEqual(['JOINT_PROJECT', 'COMPLETED'])
})

it('leads to the questions asked during an item, and to those open now', async () => {
  await show({
    GatheringPage: { gathering: { ...nantes, openStage: { __typename: 'Stage', id: 'item-questions' } } },
  })
  const item = (await screen.findByRole('link', { name: /Questions à un responsable/ })).closest('li')!
  expect(within(item).getByRole('link').getAttribute('href')).toBe('/scenes/item-questions')
  expect(within(item).getByText('Questions ouvertes')).toBeDefined()
  expect(screen.getByRole('link', { name: 'Poser une question' }).getAttribute('href')).toBe(
    '/scenes/item-questions',
  )
  expect(screen.queryByRole('link', { name: 'Ouverture' })).toBeNull()
})

it('brings back what was promised at earlier gatherings', async () => {
  const claire = { __typename: 'StaffMember', id: 'claire', name: 'Claire Montbrun' }
  await show({
    PromisedQuestions: promised([
      {
        __typename: 'LiveQuestion',
        id: 'referents',
        text: 'Aurons-nous une liste à jour ?',
        state: 'ANSWER_PROMISED',
        answer: '',
        answeredAt: null,
        answeredBy: null,
        promisedBy: claire,
        dueOn: '2019-06-01',
        overdue: true,
        rejectionReason: '',
        mergedInto: null,
        gathering: { __typename: 'Gathering', id: 'before', name: 'Rencontre de Lyon' },
      },
    ]),
  })
  expect(await screen.findByRole('heading', { level: 2, name: /Ce qui a été promis/ })).toBeDefined()
  expect((await screen.findByRole('link', { name: /Aurons-nous une liste/ })).getAttribute('href')).toBe(
    '/questions-posees/referents',
  )
  expect(screen.getByText('En retard')).toBeDefined()
  expect(screen.getByRole('link', { name: 'Rencontre de Lyon' }).getAttribute('href')).toBe(
    '/rencontres/before',
  )
})

it('says nothing of promises where there are none', async () => {
  await show()
  await screen.findByRole('link', { name: 'Les cités éducatives' })
  expect(screen.queryByText(/Ce qui a été promis/)).toBeNull()
})

it('has no flow without a forum, and says when nothing is on the wall yet', async () => {
  await show({ GatheringPage: { gathering: { ...nantes, forum: null } } })
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByText(/Ce que ses sujets/)).toBeNull()
})
