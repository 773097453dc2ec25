import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { ParticipantsPage } from './ParticipantsPage'

vi.mock('@/app/liveReads', () => ({ useLiveReads: () => undefined }))

const registration = (changes: object = {}) => ({
  __typename: 'Registration',
  id: 'r1',
  state: 'REGISTERED',
  days: ['2026-10-09', '2026-10-10'],
  needs: null,
  waitingPlace: null,
  placeAnswer: null,
  version: 1,
  viewerCanEdit: false,
  viewerCanWithdraw: false,
  viewerReadsNeeds: false,
  staffMember: {
    __typename: 'StaffMember',
    id: 'ines',
    name: 'Inès Carpentier',
    job: 'MISSION_OFFICER',
    email: 'ines@demo.maillage.example',
    centre: { __typename: 'Centre', id: 'reso', shortName: 'Résovilles' },
  },
  ...changes,
})

const figures = {
  __typename: 'ParticipantFigures',
  registered: 2,
  waiting: 1,
  awaited: null as number | null,
  days: [
    { __typename: 'ParticipantDay', day: '2026-10-09', registered: 2, present: 1 },
    { __typename: 'ParticipantDay', day: '2026-10-10', registered: 1, present: 0 },
  ],
  centres: [
    { __typename: 'ParticipantCentre', centreId: 'reso', name: 'Résovilles', registered: 1, waiting: 1 },
    { __typename: 'ParticipantCentre', centreId: null, name: '', registered: 1, waiting: 0 },
  ],
}

const answer = (nodes: object[], rights: object = {}) => ({
  gathering: {
    __typename: 'Gathering',
    id: 'tours',
    name: 'Rencontre de Tours',
    startsOn: '2026-10-09',
    endsOn: '2026-10-10',
    timeZone: 'Europe/Paris',
    state: 'LIVE',
    capacity: 2,
    viewerCanEdit: false,
    viewerCanRegisterColleagues: false,
    viewerCanRegisterAnyone: false,
    viewerCanMarkAttendance: false,
    ...rights,
    registrations: {
      __typename: 'RegistrationConnection',
      nodes,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      totalCount: nodes.length,
    },
  },
  participantFigures: figures,
})

const show = (
  answers: Record<string, StubAnswer>,
  { at = '/rencontres/tours/participants', language = 'fr' as 'fr' | 'en' } = {},
) =>
  renderApp(<ParticipantsPage />, {
    client: stubClient(answers),
    path: '/rencontres/$gatheringId/participants',
    at,
    language,
  })

const all = [
  registration(),
  registration({
    id: 'r2',
    state: 'WAITING',
    waitingPlace: 1,
    days: [],
    staffMember: {
      __typename: 'StaffMember',
      id: 'karim',
      name: 'Karim Delattre',
      job: 'GUEST',
      email: null,
      centre: null,
    },
  }),
]

it.each(['fr', 'en'] as const)('is open to all: %s', async (language) => {
  const { container } = await show({ Participants: answer(all) }, { language })
  expect(await screen.findByRole('link', { name: 'Inès Carpentier' })).toBeDefined()
  await expectNoAxe(container)
})

it('tells who comes, from where, and who waits', async () => {
  await show({ Participants: answer(all) })
  const line = (await screen.findByRole('link', { name: 'Karim Delattre' })).closest('tr')!
  expect(line.textContent).toContain('Invité')
  expect(line.textContent).toContain('Place 1')
  expect(line.textContent).toContain('Jours à préciser')
  const days = screen.getByRole('list', { name: 'Par jour' })
  expect(
    within(days)
      .getByRole('link', { name: /vendredi 9 octobre/ })
      .getAttribute('href'),
  ).toBe('/rencontres/tours/participants?jour=2026-10-09')
  expect(screen.queryByRole('button', { name: /Inscrire/ })).toBeNull()
  expect(screen.queryByRole('button', { name: /Exporter/ })).toBeNull()
})

it('asks for what its address says, and for the queue in its order', async () => {
  const asked: Record<string, unknown>[] = []
  await show(
    {
      Participants: (variables) => {
        asked.push(variables)
        return answer(all)
      },
    },
    {
      at: `/rencontres/tours/participants?centre=aucun&jour=2026-10-09&etat=${encodeURIComponent('["WAITING"]')}`,
    },
  )
  await screen.findByRole('link', { name: 'Karim Delattre' })
  expect(asked[0]).toMatchObject({
    orderBy: 'QUEUE',
    filter: { withoutCentre: true, day: '2026-10-09', states: ['WAITING'] },
  })
})

it('tells those who run it who keeps the place that came free, and finds the others', async () => {
  const asked: Record<string, unknown>[] = []
  const kept = registration({ placeAnswer: 'KEPT' })
  const awaited = registration({
    id: 'r3',
    placeAnswer: 'AWAITED',
    staffMember: { ...registration().staffMember, id: 'lea', name: 'Léa Morvan' },
  })
  const { user, address, container } = await show({
    Participants: (variables) => {
      asked.push(variables)
      return { ...answer([kept, awaited]), participantFigures: { ...figures, awaited: 1 } }
    },
  })
  const line = async (name: string) => (await screen.findByRole('link', { name })).closest('tr')!.textContent
  expect(await line('Inès Carpentier')).toContain('Place confirmée')
  expect(await line('Léa Morvan')).toContain('Place à confirmer')
  await expectNoAxe(container)
  expect(screen.getByRole('link', { name: /1\s*place à confirmer/ }).getAttribute('href')).toBe(
    '/rencontres/tours/participants?place=AWAITED',
  )
  await user.selectOptions(screen.getByRole('combobox', { name: 'Place qui s’est libérée' }), 'AWAITED')
  await waitFor(() => expect(address()).toContain('place=AWAITED'))
  expect(asked.at(-1)).toMatchObject({ filter: { placeAnswer: 'AWAITED' } })
})

it('asks others nothing of it', async () => {
  await show({ Participants: answer(all) })
  await screen.findByRole('link', { name: 'Inès Carpentier' })
  expect(screen.queryByRole('combobox', { name: 'Place qui s’est libérée' })).toBeNull()
  expect(screen.queryByText(/à confirmer/)).toBeNull()
})

it('lets who registered somebody withdraw them, and asks once more', async () => {
  const sent: unknown[] = []
  const { user } = await show({
    Participants: answer([registration({ viewerCanEdit: true, viewerCanWithdraw: true })]),
    WithdrawRegistration: ({ input }) => {
      sent.push((input as { registrationId: string }).registrationId)
      return {
        withdrawRegistration: {
          __typename: 'WithdrawRegistrationPayload',
          registration: null,
          gathering: null,
        },
      }
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Désinscrire Inès Carpentier' }))
  expect(sent).toEqual([])
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Désinscrire' }))
  await waitFor(() => expect(sent).toEqual(['r1']))
})

it('is not for guests', async () => {
  await show({
    Session: sessionAnswer({
      staffMember: {
        ...(sessionAnswer().viewer as { staffMember: object }).staffMember,
        job: 'GUEST',
        centre: null,
      },
    }),
    Participants: { ...answer([registration()]), participantFigures: null },
  })
  expect(await screen.findByRole('heading', { level: 2, name: 'Réservé aux équipes' })).toBeDefined()
  expect(screen.queryByRole('link', { name: 'Inès Carpentier' })).toBeNull()
})

it('gives those who run the gathering the list as a file, to its last page', async () => {
  let file: Blob | undefined
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        file = blob
        return 'blob:here'
      },
      revokeObjectURL: () => undefined,
    }),
  )
  const saved: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  const { user } = await show({
    Participants: answer(all, { viewerCanMarkAttendance: true }),
    EveryParticipant: ({ after }) => ({
      gathering: {
        ...answer([]).gathering,
        registrations: {
          __typename: 'RegistrationConnection',
          nodes: [
            after === 'next'
              ? { ...all[1], presentDays: [] }
              : { ...all[0], presentDays: ['2026-10-09'], placeAnswer: 'KEPT', needs: '=1+1' },
          ],
          pageInfo: { __typename: 'PageInfo', hasNextPage: after !== 'next', endCursor: 'next' },
        },
      },
    }),
  })
  await user.click(await screen.findByRole('button', { name: 'Exporter (CSV)' }))
  await waitFor(() => expect(saved).toEqual(['maillage-participants-2026-10-09.csv']))
  const lines = (await file!.text()).split('\r\n')
  expect(lines[1]).toBe(
    "Inès Carpentier;Résovilles;ines@demo.maillage.example;Inscription faite;Place confirmée;1;1;1;0;'=1+1",
  )
  expect(lines[2]).toBe('Karim Delattre;Invité·e;;En attente;;0;0;0;0;')
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
