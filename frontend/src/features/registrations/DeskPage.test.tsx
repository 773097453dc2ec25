import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { DeskPage } from './DeskPage'

vi.mock('@/app/liveReads', () => ({ useLiveReads: () => undefined }))
vi.mock('@/features/gatherings/components/useMinute', () => ({
  useMinute: () => Date.parse('2026-10-09T10:00:00Z'),
}))

const head = (rights: object = {}) => ({
  gathering: {
    __typename: 'Gathering',
    id: 'tours',
    name: 'Rencontre de Tours',
    startsOn: '2026-10-09',
    endsOn: '2026-10-10',
    timeZone: 'Europe/Paris',
    viewerCanEdit: true,
    viewerCanMarkAttendance: true,
    ...rights,
  },
  participantFigures: {
    __typename: 'ParticipantFigures',
    registered: 1,
    days: [{ __typename: 'ParticipantDay', day: '2026-10-09', registered: 1, present: 0 }],
  },
})

const line = (presentDays: string[]) => ({
  __typename: 'Registration',
  id: 'r1',
  needs: 'Sans gluten',
  presentDays,
  viewerCanMarkPresent: true,
  staffMember: {
    __typename: 'StaffMember',
    id: 'ines',
    name: 'Inès Carpentier',
    job: 'MISSION_OFFICER',
    centre: { __typename: 'Centre', id: 'reso', shortName: 'Résovilles' },
  },
})

const list = (nodes: object[]) => ({
  gathering: {
    __typename: 'Gathering',
    id: 'tours',
    registrations: {
      __typename: 'RegistrationConnection',
      nodes,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      totalCount: nodes.length,
    },
  },
})

const show = (answers: Record<string, StubAnswer> = {}, language: 'fr' | 'en' = 'fr') =>
  renderApp(<DeskPage />, {
    client: stubClient({ DeskHead: head(), Desk: list([line([])]), ...answers }),
    path: '/rencontres/$gatheringId/emargement',
    at: '/rencontres/tours/emargement',
    language,
  })

it.each(['fr', 'en'] as const)('is open to all: %s', async (language) => {
  const { container } = await show({}, language)
  expect(await screen.findByRole('link', { name: 'Inès Carpentier' })).toBeDefined()
  await expectNoAxe(container)
})

it('marks by one press who is there today, and takes it back by another', async () => {
  const sent: object[] = []
  let there: string[] = []
  const { user } = await show({
    Desk: (variables) => {
      expect(variables.filter).toMatchObject({ day: '2026-10-09', states: ['REGISTERED'] })
      return list([line(there)])
    },
    MarkAttendance: ({ input }) => {
      const { registrationId, day, present } = input as {
        registrationId: string
        day: string
        present: boolean
      }
      sent.push({ registrationId, day, present })
      there = present ? [day] : []
      return {
        markAttendance: {
          __typename: 'MarkAttendancePayload',
          registration: { __typename: 'Registration', id: 'r1', presentDays: there },
        },
      }
    },
  })
  const mark = await screen.findByRole('button', { name: /Inès Carpentier.*présence/, pressed: false })
  await user.click(mark)
  await screen.findByRole('button', { name: /Inès Carpentier.*présence/, pressed: true })
  await user.click(mark)
  await screen.findByRole('button', { name: /Inès Carpentier.*présence/, pressed: false })
  expect(sent).toEqual([
    { registrationId: 'r1', day: '2026-10-09', present: true },
    { registrationId: 'r1', day: '2026-10-09', present: false },
  ])
})

it.each([
  [{ viewerCanMarkAttendance: false, viewerCanEdit: false }, 'Réservé à qui organise'],
  [{ viewerCanMarkAttendance: false }, /s’ouvre avec la rencontre/],
])('says why it is closed: %o', async (rights, why) => {
  await show({ DeskHead: head(rights) })
  expect(await screen.findByRole('heading', { level: 2, name: why })).toBeDefined()
})
