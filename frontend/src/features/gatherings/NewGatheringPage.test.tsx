import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { NewGatheringPage } from './NewGatheringPage'

beforeEach(emptyStore)

const centres = {
  centres: {
    __typename: 'CentreConnection',
    nodes: [{ __typename: 'Centre', id: 'centre', shortName: 'Résovilles' }],
  },
}

const show = (mayCreate: boolean, answers: Record<string, StubAnswer> = {}, language: 'fr' | 'en' = 'fr') =>
  renderApp(<NewGatheringPage />, {
    client: stubClient({
      Session: sessionAnswer({ viewerCanCreateGathering: mayCreate }),
      HostOptions: centres,
      ...answers,
    }),
    path: '/rencontres/nouvelle',
    language,
  })

it.each(['fr', 'en'] as const)('is open to all: %s', async (language) => {
  const { container } = await show(true, {}, language)
  await screen.findByRole('checkbox', { name: 'Résovilles' })
  await expectNoAxe(container)
})

it('says who creates gatherings to whoever does not', async () => {
  await show(false)
  expect(await screen.findByText('Réservé à qui invite')).toBeDefined()
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('creates one, hosted by one’s own centre unless said otherwise, and goes on to prepare it', async () => {
  let input: unknown
  const { user, address } = await show(true, {
    CreateGathering: (variables) => {
      input = variables.input
      return {
        createGathering: {
          __typename: 'CreateGatheringPayload',
          gathering: { __typename: 'Gathering', id: 'made' },
        },
      }
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Créer la rencontre' }))
  expect((await screen.findAllByText('Donnez un nom à la rencontre.')).length).toBeGreaterThan(0)
  await user.type(screen.getByRole('textbox', { name: /^Nom\b/ }), 'Rencontre de Lille')
  await user.type(screen.getByRole('textbox', { name: /^Ville/ }), 'Lille')
  await user.type(screen.getByLabelText(/Premier jour/), '2027-09-23')
  await user.type(screen.getByLabelText(/Dernier jour/), '2027-09-22')
  await user.click(screen.getByRole('button', { name: 'Créer la rencontre' }))
  expect((await screen.findAllByText('Le dernier jour doit suivre le premier.')).length).toBeGreaterThan(0)
  expect(input).toBeUndefined()
  await user.clear(screen.getByLabelText(/Dernier jour/))
  await user.type(screen.getByLabelText(/Dernier jour/), '2027-09-24')
  await user.click(screen.getByRole('button', { name: 'Créer la rencontre' }))
  await waitFor(() => expect(address()).toBe('/rencontres/made/preparation'))
  expect(input).toMatchObject({
    name: 'Rencontre de Lille',
    city: 'Lille',
    startsOn: '2027-09-23',
    endsOn: '2027-09-24',
    timeZone: 'Europe/Paris',
    capacity: null,
    hostIds: ['centre'],
  })
  expect(input).not.toHaveProperty('version')
})
