import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { readDraft } from './drafts'
import { graphql } from './graphql'
import { leave } from './leave'
import { NetworkBanner } from './NetworkBanner'
import { answered, notCarried } from './network'
import { enqueue, send, unsent } from './outbox'
import { emptyStore, own } from './store'

const post = graphql(`
  mutation Post($input: PostUpdateInput!) {
    postUpdate(input: $input) {
      update {
        id
      }
    }
  }
`)

const refusal: StubAnswer = () => ({ errors: [{ code: 'FORBIDDEN', message: 'Le groupe est clos.' }] })
let isAway = false
const taken: StubAnswer = () => {
  if (isAway) throw new TypeError('Failed to fetch')
  return { postUpdate: { __typename: 'PostUpdatePayload', update: { __typename: 'Update', id: 'u' } } }
}

async function show(answer: StubAnswer, language: 'fr' | 'en' = 'fr') {
  const client = stubClient({ Post: answer })
  const rendered = await renderApp(<NetworkBanner />, { client, language })
  const write = (text: string) =>
    enqueue(client, {
      label: `Point de ${text}`,
      within: 'group',
      mutation: post,
      input: { workingGroupId: 'group', text, health: 'ON_TRACK' },
      draft: { key: 'update', values: { text, health: 'ON_TRACK' } },
    })
  return { ...rendered, client, write }
}

beforeEach(async () => {
  isAway = false
  await own('viewer')
  await emptyStore()
})

describe('the banner', () => {
  it('says nothing while there is nothing to say', async () => {
    const { container } = await show(taken)
    expect(container.querySelector('[role=status]')?.textContent).toBe('')
  })

  it.each(['fr', 'en'] as const)(
    'counts what waits, lists it, and lets it be taken back: %s',
    async (language) => {
      const { user, container, write } = await show(taken, language)
      isAway = true
      act(() => notCarried())
      await write('lundi')
      await write('mardi')
      await user.click(await screen.findByRole('button', { name: /^(2 envois en attente|2 things wait)/ }))
      const dialog = await screen.findByRole('dialog')
      await expectNoAxe(container.ownerDocument.body)
      await user.click(within(dialog).getByRole('button', { name: /Point de lundi$/ }))
      await waitFor(() => expect(within(dialog).queryByText('Point de lundi')).toBeNull())
      expect(within(dialog).getByText('Point de mardi')).toBeTruthy()
      expect((await readDraft('update'))?.values.text).toBe('lundi')
      await user.keyboard('{Escape}')
      isAway = false
      act(() => answered())
      await waitFor(async () => expect(await unsent()).toBe(0))
      await waitFor(() =>
        expect(screen.queryByText(/hors ligne|offline|ne répond|does not answer/)).toBeNull(),
      )
    },
  )

  it('keeps everything that came back, with its text, its reason and the way to it', async () => {
    const { user, client, write, container } = await show(refusal)
    act(() => notCarried())
    await write('lundi')
    await write('mardi')
    await act(async () => {
      answered()
      await send(client)
    })
    await screen.findByText('2 envois n’ont pas été acceptés')
    await user.click(screen.getByRole('button', { name: 'Voir' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getAllByText(/Le groupe est clos/)).toHaveLength(2)
    expect(within(dialog).getByText('lundi')).toBeTruthy()
    expect(within(dialog).getAllByRole('button', { name: 'Reprendre' })).toHaveLength(2)
    await expectNoAxe(container.ownerDocument.body)
    await user.click(within(dialog).getByRole('button', { name: /C’est vu.*lundi/ }))
    await screen.findByText('Un envoi n’a pas été accepté')
  })

  it('asks before signing out loses what waits, and stays when told to', async () => {
    const fetched = vi.fn<(url: string) => void>()
    vi.stubGlobal('fetch', async (url: string) => {
      fetched(url)
      return new Response(null, { status: 204 })
    })
    const { user, write } = await show(taken)
    isAway = true
    act(() => notCarried())
    await write('lundi')
    await act(() => leave())
    const dialog = await screen.findByRole('dialog', { name: /^Se déconnecter maintenant/ })
    expect(within(dialog).getByText(/Un envoi n’est pas arrivé et serait perdu/)).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await unsent()).toBe(1)
    expect(fetched).not.toHaveBeenCalled()
    vi.unstubAllGlobals()
  })
})
