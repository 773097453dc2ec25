import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { expectNoAxe, renderApp, stubClient } from '@/test/render'
import { BadgesPage } from './BadgesPage'

const person = (id: string, name: string) => ({
  __typename: 'Registration',
  id: `of-${id}`,
  state: 'REGISTERED',
  days: ['2026-10-09'],
  needs: null,
  waitingPlace: null,
  placeAnswer: null,
  version: 1,
  viewerCanEdit: true,
  viewerCanWithdraw: true,
  viewerReadsNeeds: true,
  presentDays: [],
  staffMember: { __typename: 'StaffMember', id, name, job: 'MISSION_OFFICER', email: '', centre: null },
})

const show = (language: 'fr' | 'en' = 'fr', mayEdit = true) =>
  renderApp(<BadgesPage />, {
    client: stubClient({
      Badges: {
        gathering: {
          __typename: 'Gathering',
          id: 'tours',
          name: 'Rencontre de Tours',
          viewerCanEdit: mayEdit,
          viewerCanMarkAttendance: false,
        },
        participantFigures: { __typename: 'ParticipantFigures', registered: 2, centres: [] },
      },
      EveryParticipant: ({ after }) => ({
        gathering: {
          __typename: 'Gathering',
          id: 'tours',
          name: 'Rencontre de Tours',
          startsOn: '2026-10-09',
          endsOn: '2026-10-10',
          viewerCanMarkAttendance: false,
          registrations: {
            __typename: 'RegistrationConnection',
            nodes: [
              after === 'next' ? person('malik', 'Malik Ouedraogo') : person('ines', 'Inès Carpentier'),
            ],
            pageInfo: { __typename: 'PageInfo', hasNextPage: after !== 'next', endCursor: 'next' },
          },
        },
      }),
    }),
    path: '/rencontres/$gatheringId/badges',
    at: '/rencontres/tours/badges',
    language,
  })

it.each(['fr', 'en'] as const)('has a label for each, to the last page: %s', async (language) => {
  const { container } = await show(language)
  const sheet = await screen.findByRole('list', { name: /Étiquettes|Labels/ })
  expect(
    within(sheet)
      .getAllByRole('listitem')
      .map((label) => label.querySelector('svg') !== null),
  ).toEqual([true, true])
  expect(within(sheet).getByText('Malik Ouedraogo')).toBeDefined()
  await expectNoAxe(container)
})

it('is for those who run the gathering', async () => {
  await show('fr', false)
  expect(await screen.findByRole('heading', { level: 2, name: 'Réservé à qui organise' })).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Imprimer' })).toBeNull()
})
