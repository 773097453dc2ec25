import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readDraft } from '@/app/drafts'
import { emptyStore, store } from '@/app/store'
import { expectNoAxe } from '@/test/render'
import { malik, nadia, said } from './testForum'
import { field, page, show, writing, written } from './testTopicPage'

const live = vi.hoisted(() => ({
  tell: [] as ((facts: never[]) => void)[],
  write: undefined as (() => void) | undefined,
}))
vi.mock('@/app/live', () => ({
  useLive: (_scope: unknown, tell: (facts: never[]) => void, write: () => void) => {
    live.tell = [tell]
    live.write = write
  },
}))

beforeEach(emptyStore)

describe('the harvest of a topic', () => {
  const saved = (input: unknown, version: number) => ({
    writeHarvest: {
      __typename: 'WriteHarvestPayload',
      topic: {
        __typename: 'Topic',
        id: 'topic',
        viewerCanPublishHarvest: false,
        harvest: written({ ...(input as object), version, editedBy: nadia, carriers: [] }),
      },
    },
  })

  it('is kept on the device while it is written, and sent with its version', async () => {
    let input: Record<string, unknown> = {}
    const { user } = await show(page(), {
      WriteHarvest: (variables) => {
        input = variables.input as Record<string, unknown>
        return saved({ said: input.said }, 1)
      },
    })
    await user.type(await field("Ce qui s'est dit"), 'Du bon')
    await waitFor(async () => expect((await readDraft('harvest:topic'))?.values.said).toBe('Du bon'))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() =>
      expect(input).toMatchObject({ topicId: 'topic', version: 0, said: 'Du bon', carrierIds: [] }),
    )
    expect(await screen.findByText('La récolte est enregistrée')).toBeDefined()
    await waitFor(async () => expect(await readDraft('harvest:topic')).toBeUndefined())
  })

  it('names who carries on, those present first', async () => {
    let input: Record<string, unknown> = {}
    const { user } = await show(page(), {
      WriteHarvest: (variables) => {
        input = variables.input as Record<string, unknown>
        return saved({}, 1)
      },
    })
    await user.click(await screen.findByRole('combobox', { name: /Qui continue/ }))
    await user.click(await screen.findByRole('option', { name: /Malik Ouedraogo/ }))
    expect(await screen.findByRole('button', { name: 'Retirer Malik Ouedraogo' })).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(input).toMatchObject({ carrierIds: ['malik'] }))
  })

  it('shows both texts when another has written, and loses neither', async () => {
    const sent: Record<string, unknown>[] = []
    const { user } = await show(page(), {
      WriteHarvest: (variables) => {
        sent.push(variables.input as Record<string, unknown>)
        return sent.length === 1
          ? { errors: [{ code: 'CONFLICT', message: 'Quelqu’un a écrit entre-temps.' }] }
          : saved({ said: 'Le mien' }, 3)
      },
      LatestHarvest: { topic: { __typename: 'Topic', id: 'topic', harvest: written({ said: 'Le leur' }) } },
    })
    await user.type(await field("Ce qui s'est dit"), 'Le mien')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('Le mien')
    expect(dialog.textContent).toContain('Le leur')
    expect(dialog.textContent).toContain('Malik Ouedraogo')
    await user.click(within(dialog).getByRole('button', { name: 'Reprendre ma version' }))
    expect((await field("Ce qui s'est dit")).value).toBe('Le mien')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(sent[1]).toMatchObject({ version: 2, said: 'Le mien' }))
  })

  it('takes its own text come back for what it is', async () => {
    let isAsked = false
    const { user } = await show(page(), {
      WriteHarvest: () => ({ errors: [{ code: 'CONFLICT', message: 'Trop tard' }] }),
      LatestHarvest: () => {
        isAsked = true
        const harvest = written({ said: 'Le mien', decided: '', nextSteps: '', carriers: [] })
        return { topic: { __typename: 'Topic', id: 'topic', harvest } }
      },
    })
    await user.type(await field("Ce qui s'est dit"), 'Le mien')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(isAsked).toBe(true))
    await waitFor(async () => expect(await readDraft('harvest:topic')).toBeUndefined())
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('tells of another version without touching what is being written', async () => {
    let reads = 0
    const { user } = await show(page(), {
      TopicPage: () => {
        reads += 1
        return { topic: page(reads === 1 ? {} : { harvest: written({ said: 'Le leur' }) }) }
      },
    })
    await user.type(await field("Ce qui s'est dit"), 'Le mien')
    live.tell[0]?.([])
    expect(await screen.findByText(/Malik Ouedraogo a enregistré une autre version/)).toBeDefined()
    expect((await field("Ce qui s'est dit")).value).toBe('Le mien')
  })

  it('waits for the network with its text', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const { user } = await show(page(), {
      WriteHarvest: () => {
        throw new TypeError('Failed to fetch')
      },
    })
    await user.type(await field("Ce qui s'est dit"), 'Sans réseau')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findByText(/la récolte partira/)).toBeDefined()
    const [waiting] = await (await store()).getAll('outbox')
    expect(waiting?.input).toMatchObject({ topicId: 'topic', version: 0, said: 'Sans réseau' })
  })

  it('is published once the session is over and something has been saved', async () => {
    await show(page())
    const early = await screen.findByRole('button', { name: 'Publier la récolte' })
    expect(early.hasAttribute('disabled')).toBe(true)
    expect(screen.getByText(said("Terminez d'abord la séance."))).toBeDefined()
  })

  it('is published by whoever carries it, as it stands', async () => {
    let input: unknown
    const { user } = await show(page({ state: 'HELD', viewerCanPublishHarvest: true, harvest: written() }), {
      PublishHarvest: (variables) => {
        input = variables.input
        return { publishHarvest: { __typename: 'PublishHarvestPayload', topic: null } }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Publier la récolte' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Publier la récolte' }))
    await waitFor(() => expect(input).toMatchObject({ topicId: 'topic', version: 2 }))
  })

  it('keeps its former texts to be read', async () => {
    const { user } = await show(page({ state: 'HELD', harvest: written() }))
    await user.click(await screen.findByRole('button', { name: said('1 version précédente') }))
    // What the second hand changed, then the first text whole.
    await waitFor(() => expect(document.querySelector('del')?.textContent).toContain('Premier'))
    await user.click(screen.getByRole('switch', { name: said('Montrer ce qui a changé') }))
    await waitFor(() => expect(document.querySelector('del, ins')).toBeNull())
    expect(screen.getByText('Premier jet')).toBeDefined()
  })

  it('is read with its Markdown, and seen so before it is saved', async () => {
    const { user, container } = await show(page())
    await user.type(await field("Ce qui s'est dit"), '**Fort**')
    await user.click(screen.getByRole('switch', { name: 'Aperçu' }))
    await waitFor(() =>
      expect([...container.querySelectorAll('strong')].map(({ textContent }) => textContent)).toContain(
        'Fort',
      ),
    )
    await expectNoAxe(container)
  })

  it('says who else is writing, and that one writes oneself, once', async () => {
    const noted: unknown[] = []
    let writers: object[] = []
    const { user } = await show(page(), {
      TopicWriters: () => writing(...writers),
      NoteWriting: (variables) => {
        noted.push(variables.input)
        return { noteWriting: { __typename: 'NoteWritingPayload', topic: null } }
      },
    })
    const text = await field("Ce qui s'est dit")
    expect(noted).toEqual([])
    writers = [nadia, malik] // Nadia reads: she is not told of herself
    live.write?.()
    expect(await screen.findByText(said('Malik Ouedraogo rédige…'))).toBeDefined()
    await user.type(text, 'Le mien')
    expect(noted).toEqual([expect.objectContaining({ topicId: 'topic' })])
  })

  it('is corrected once published, by whoever asks to', async () => {
    const sent: unknown[] = []
    const { user } = await show(
      page({
        state: 'HARVESTED',
        viewerCanHold: false,
        harvest: written({ state: 'PUBLISHED', said: 'Dit' }),
      }),
      {
        WriteHarvest: (variables) => {
          sent.push(variables.input)
          return saved({ state: 'PUBLISHED', said: 'Dit mieux' }, 3)
        },
      },
    )
    expect(await screen.findByText('Dit')).toBeDefined()
    expect(screen.queryByRole('textbox')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Corriger' }))
    await user.type(await field("Ce qui s'est dit"), ' mieux')
    expect(screen.queryByRole('button', { name: /Publier/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(sent).toEqual([expect.objectContaining({ version: 2, said: 'Dit mieux' })]))
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
  })

  it('is confirmed by whoever carries it, at the version that was read', async () => {
    let input: unknown
    const { user } = await show(
      page({ state: 'HARVESTED', viewerCanConfirmHarvest: true, harvest: written({ state: 'PUBLISHED' }) }),
      {
        ConfirmHarvest: (variables) => {
          input = variables.input
          return { confirmHarvest: { __typename: 'ConfirmHarvestPayload', topic: null } }
        },
      },
    )
    await user.click(await screen.findByRole('button', { name: 'Confirmer la récolte' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Confirmer la récolte' }))
    await waitFor(() => expect(input).toMatchObject({ topicId: 'topic', version: 2 }))
  })
})
