import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { expectNoAxe, renderApp, stubClient } from '@/test/render'
import { CurrentForumPage } from './CurrentForumPage'

const gathering = (id: string, hasForum = true) => ({
  __typename: 'Gathering',
  id,
  forum: hasForum ? { __typename: 'Forum', id: `forum-${id}` } : null,
})
const list = (...nodes: object[]) => ({ __typename: 'GatheringConnection', nodes })
const show = (live: object, latest: object, language: 'fr' | 'en' = 'fr') =>
  renderApp(<CurrentForumPage />, {
    client: stubClient({ CurrentForum: { live, latest } }),
    path: '/forum',
    language,
  })

it.each(['fr', 'en'] as const)('says where to look when there is no forum: %s', async (language) => {
  const { container } = await show(list(), list(gathering('bare', false)), language)
  await screen.findByRole('link', { name: language === 'fr' ? 'Voir les rencontres' : 'See the gatherings' })
  await expectNoAxe(container)
})

it('goes to the forum of the gathering going on', async () => {
  const { address } = await show(list(gathering('now')), list(gathering('old')))
  await waitFor(() => expect(address()).toBe('/forums/forum-now'))
})

it('goes to the latest that has one otherwise', async () => {
  const { address } = await show(list(), list(gathering('announced', false), gathering('last')))
  await waitFor(() => expect(address()).toBe('/forums/forum-last'))
})
