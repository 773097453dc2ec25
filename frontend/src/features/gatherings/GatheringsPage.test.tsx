import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { GatheringsPage } from './GatheringsPage'

const gathering = (id: string, state: string, startsOn: string, endsOn: string) => ({
  __typename: 'Gathering',
  id,
  name: `Rencontre de ${id}`,
  city: id,
  startsOn,
  endsOn,
  state,
  hosts: [{ __typename: 'Centre', id: 'host', shortName: 'Résovilles' }],
  forum: { __typename: 'Forum', id: `forum-${id}`, phase: 'CLOSED' },
  proceedingsAddress: null as string | null,
})

const show = (
  nodes: object[],
  language: 'fr' | 'en' = 'fr',
  { answers = {}, at = '/rencontres' }: { answers?: Record<string, StubAnswer>; at?: string } = {},
) =>
  renderApp(<GatheringsPage />, {
    client: stubClient({
      Gatherings: {
        gatherings: {
          __typename: 'GatheringConnection',
          nodes,
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          totalCount: nodes.length,
        },
      },
      ...answers,
    }),
    path: '/rencontres',
    at,
    language,
  })

const all = [
  gathering('Toulouse', 'PUBLISHED', '2199-03-21', '2199-03-22'),
  gathering('Tours', 'LIVE', '2026-11-22', '2026-11-23'),
  gathering('Lille', 'CANCELLED', '2199-01-01', '2199-01-02'),
  gathering('Nantes', 'CLOSED', '2019-06-25', '2019-06-26'),
]

it.each(['fr', 'en'] as const)('is open to all: %s', async (language) => {
  const { container } = await show(all, language)
  await screen.findByRole('link', { name: 'Rencontre de Nantes' })
  await expectNoAxe(container)
})

it('puts the one going on first, then those to come; a cancelled one is not to come', async () => {
  await show(all)
  const part = async (name: string) => within(await screen.findByRole('region', { name }))
  expect((await part('En ce moment')).getByRole('link', { name: 'Rencontre de Tours' })).toBeDefined()
  expect(
    (await part('En ce moment')).getByRole('link', { name: 'Rejoindre le forum' }).getAttribute('href'),
  ).toBe('/forums/forum-Tours')
  expect((await part('À venir')).getAllByRole('listitem')).toHaveLength(1)
  expect((await part('Passées')).getByRole('link', { name: 'Rencontre de Lille' })).toBeDefined()
})

it('says what will be here when there is none', async () => {
  await show([])
  expect(await screen.findByText('Aucune rencontre')).toBeDefined()
})

it('asks for what its address says', async () => {
  let asked: unknown
  await show([], 'fr', {
    at: '/rencontres?q=tours&etat=%5B%22LIVE%22%5D',
    answers: {
      Gatherings: (variables) => {
        asked = variables.filter
        return {
          gatherings: {
            __typename: 'GatheringConnection',
            nodes: [],
            pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
            totalCount: 0,
          },
        }
      },
    },
  })
  expect(await screen.findByText('Aucune rencontre ne correspond')).toBeDefined()
  expect(asked).toEqual({ search: 'tours', states: ['LIVE'] })
})

it('offers a new one to whoever invites, and to nobody else', async () => {
  await show(all)
  await screen.findByRole('link', { name: 'Rencontre de Nantes' })
  expect(screen.queryByRole('link', { name: 'Nouvelle rencontre' })).toBeNull()
  await show(all, 'fr', { answers: { Session: sessionAnswer({ viewerCanCreateGathering: true }) } })
  expect((await screen.findByRole('link', { name: 'Nouvelle rencontre' })).getAttribute('href')).toBe(
    '/rencontres/nouvelle',
  )
})
