import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { GatheringPage } from './GatheringPage'

vi.mock('@/app/live', () => ({ useLive: () => undefined }))

const item = (changes: object) => ({
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
  await waitFor(() => expect(asked).toEqual(['JOINT_PROJECT', 'COMPLETED']))
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

const live = {
  ...nantes,
  state: 'LIVE',
  agenda: [
    item({
      id: 'all',
      title: 'Ouverture',
      kind: 'PLENARY',
      startsAt: '2019-06-25T07:30:00Z',
      endsAt: '2019-06-25T08:00:00Z',
    }),
    item({
      id: 'moved',
      title: 'Paroles de maire',
      state: 'MOVED',
      formerStartsAt: '2019-06-25T07:00:00Z',
      formerSpace: 'Hall',
      startsAt: '2019-06-25T08:00:00Z',
      endsAt: '2019-06-25T09:00:00Z',
      viewerCanKeep: true,
    }),
    item({
      id: 'gone',
      title: 'Visite',
      state: 'CANCELLED',
      startsAt: '2019-06-25T08:00:00Z',
      endsAt: '2019-06-25T09:00:00Z',
    }),
    item({
      id: 'full',
      title: 'Atelier',
      startsAt: '2019-06-25T09:00:00Z',
      endsAt: '2019-06-25T10:00:00Z',
      capacity: 2,
      keptCount: 2,
      viewerCanKeep: true,
    }),
    item({
      id: 'kept',
      title: 'Retenue',
      startsAt: '2019-06-25T10:00:00Z',
      endsAt: '2019-06-25T11:00:00Z',
      keptCount: 1,
      viewerKeeps: true,
      viewerCanKeep: true,
    }),
  ],
}

it('tells what was moved or cancelled, and where it was', async () => {
  await show({ GatheringPage: { gathering: live } })
  const moved = (await screen.findByText('Paroles de maire')).closest('li')!
  expect(within(moved).getByText('Déplacé')).toBeDefined()
  expect(moved.textContent).toContain('Prévu d’abord à 09:00, Hall')
  expect(within(screen.getByText('Visite').closest('li')!).getByText('Annulé')).toBeDefined()
})

it('keeps an item, and says when it is full', async () => {
  let input: unknown
  const { user } = await show({
    GatheringPage: { gathering: live },
    KeepAgendaItem: (variables) => {
      input = variables.input
      return {
        keepAgendaItem: {
          __typename: 'KeepAgendaItemPayload',
          agendaItem: { __typename: 'AgendaItem', id: 'moved', keptCount: 1, viewerKeeps: true },
        },
      }
    },
  })
  await user.click(await screen.findByRole('button', { name: /Retenir.*Paroles/ }))
  expect(input).toMatchObject({ agendaItemId: 'moved' })
  expect(screen.getByRole('button', { name: /Retenir.*Atelier/ }).hasAttribute('disabled')).toBe(true)
  expect(screen.getByText('Complet')).toBeDefined()
  expect(screen.queryByRole('button', { name: /Retenir.*Ouverture/ })).toBeNull()
})

it('narrows the programme by what its address says', async () => {
  await show({ GatheringPage: { gathering: live } }, { at: '/rencontres/nantes?q=atelier' })
  expect(await screen.findByText('Atelier')).toBeDefined()
  expect(screen.queryByText('Paroles de maire')).toBeNull()
  expect(screen.getByText('1 résultat')).toBeDefined()
})

it('has one’s own programme: what is for all, what one keeps, the sessions one follows', async () => {
  await show(
    {
      GatheringPage: { gathering: live },
      MyProgramme: {
        gathering: {
          __typename: 'Gathering',
          id: 'nantes',
          viewerTopics: [
            {
              __typename: 'Topic',
              id: 'topic',
              title: 'Un tutorat',
              occurrence: {
                __typename: 'Occurrence',
                id: 'o',
                state: 'PLANNED',
                slot: {
                  __typename: 'Slot',
                  id: 's',
                  startsAt: '2019-06-26T07:45:00Z',
                  endsAt: '2019-06-26T08:45:00Z',
                },
                space: { __typename: 'Space', id: 'loire', name: 'Salle Loire' },
              },
            },
          ],
        },
      },
    },
    { at: '/rencontres/nantes?vue=moi' },
  )
  expect((await screen.findByRole('link', { name: 'Un tutorat' })).getAttribute('href')).toBe('/sujets/topic')
  expect(screen.getByText('Ouverture')).toBeDefined()
  expect(screen.getByText('Retenue')).toBeDefined()
  expect(screen.queryByText('Atelier')).toBeNull()
})

it('is read by anyone, with nothing to do and nowhere that is closed to them', async () => {
  const { container } = await show({
    Session: { viewer: null },
    GatheringPage: { gathering: { ...nantes, forum: null } },
  })
  expect(await screen.findByText('Résovilles')).toBeDefined()
  expect(screen.queryByRole('link', { name: 'Résovilles' })).toBeNull()
  expect(screen.queryByRole('tab')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Autres actions' })).toBeNull()
  await expectNoAxe(container)
})

it('says that it is cancelled, and why', async () => {
  await show({
    GatheringPage: { gathering: { ...nantes, state: 'CANCELLED', cancelReason: 'La salle a fermé.' } },
  })
  expect(await screen.findByText('Cette rencontre est annulée')).toBeDefined()
  expect(screen.getByText('La salle a fermé.')).toBeDefined()
})

it('is copied for the next year, by whoever invites', async () => {
  let input: unknown
  const { user, address } = await show({
    GatheringPage: { gathering: { ...nantes, viewerCanCopy: true } },
    HostOptions: {
      centres: {
        __typename: 'CentreConnection',
        nodes: [{ __typename: 'Centre', id: 'centre', shortName: 'Résovilles' }],
      },
    },
    CopyGathering: (variables) => {
      input = variables.input
      return {
        copyGathering: {
          __typename: 'CopyGatheringPayload',
          gathering: { __typename: 'Gathering', id: 'copy' },
        },
      }
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Autres actions' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Copier pour une nouvelle rencontre' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(await dialog.findByRole('button', { name: 'Créer la copie' }))
  await waitFor(() => expect(address()).toBe('/rencontres/copy/preparation'))
  expect(input).toMatchObject({
    gatheringId: 'nantes',
    name: 'Rencontre nationale de Nantes',
    startsOn: '2020-06-25',
    hostIds: ['centre'],
  })
})

const own = {
  __typename: 'Registration',
  id: 'mine',
  state: 'WAITING',
  days: ['2019-06-25'],
  needs: 'Sans gluten',
  waitingPlace: 2,
  version: 1,
  viewerCanEdit: true,
  viewerCanWithdraw: true,
  viewerReadsNeeds: true,
}

it('registers for the days one comes, and says where one stands', async () => {
  const sent: object[] = []
  const full = {
    ...nantes,
    state: 'LIVE',
    capacity: 80,
    registeredCount: 80,
    waitingCount: 1,
    viewerCanRegister: true,
  }
  let now: object = full
  const { user } = await show({
    GatheringPage: () => ({ gathering: now }),
    RegisterMyself: ({ input }) => {
      const { days, needs } = input as { days: string[]; needs: string }
      sent.push({ days, needs })
      now = { ...full, waitingCount: 2, viewerCanRegister: false, viewerRegistration: own }
      return {
        registerMyself: {
          __typename: 'RegisterMyselfPayload',
          registration: own,
          gathering: {
            __typename: 'Gathering',
            id: 'nantes',
            registeredCount: 80,
            waitingCount: 2,
            viewerCanRegister: false,
            viewerRegistration: { __typename: 'Registration', id: 'mine' },
          },
        },
      }
    },
  })
  const panel = await screen.findByRole('region', { name: 'Inscriptions' })
  expect(panel.textContent).toContain('80 personnes inscrites pour 80 places')
  expect(panel.textContent).toContain('La rencontre est complète')
  await user.click(within(panel).getByRole('button', { name: 'S’inscrire' }))
  const form = await screen.findByRole('dialog')
  await user.click(await within(form).findByRole('checkbox', { name: 'mercredi 26 juin' }))
  await user.type(within(form).getByRole('textbox', { name: /Besoins/ }), 'Sans gluten')
  await user.click(within(form).getByRole('button', { name: 'S’inscrire' }))
  await waitFor(() => expect(sent).toEqual([{ days: ['2019-06-25'], needs: 'Sans gluten' }]))
  expect(await within(panel).findByText(/place 2 de la liste d’attente.*mardi 25 juin/)).toBeDefined()
  expect(within(panel).queryByRole('button', { name: 'S’inscrire' })).toBeNull()
})

it('asks to say other days when the dates have left one none', async () => {
  await show({
    GatheringPage: {
      gathering: {
        ...nantes,
        state: 'PUBLISHED',
        registeredCount: 1,
        viewerRegistration: { ...own, state: 'REGISTERED', waitingPlace: null, days: [] },
      },
    },
  })
  const panel = await screen.findByRole('region', { name: 'Inscriptions' })
  expect(panel.textContent).toContain('dites quels jours vous venez')
})
