import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { expectNoAxe } from '@/test/render'
import { nantes, promised, show, topics } from './testGatheringPage'

vi.mock('@/app/live', () => ({ useLive: () => undefined }))

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
