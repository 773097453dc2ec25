import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readDraft } from '@/app/drafts'
import { emptyStore, store } from '@/app/store'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { harvest, malik, nadia, placed, said, topic } from './testForum'
import { TopicPage } from './TopicPage'

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

const written = (changes: object = {}) =>
  harvest({
    state: 'DRAFT',
    version: 2,
    editedAt: '2026-11-23T10:20:00Z',
    editedBy: malik,
    revisions: [
      {
        __typename: 'HarvestRevision',
        version: 1,
        said: 'Premier jet',
        decided: '',
        nextSteps: '',
        carriesOn: '',
        editedAt: '2026-11-23T10:10:00Z',
        editedBy: nadia,
      },
    ],
    ...changes,
  })

/** A topic in session, that Nadia convenes, as its own page reads it. */
function page(changes: object = {}) {
  const base = placed('morning', 'loire', {
    id: 'topic',
    title: 'Un tutorat entre régions',
    description: 'Pour les nouveaux.',
    state: 'RUNNING',
    convener: nadia as never,
    viewerCanWriteHarvest: true,
    viewerCanHold: true,
  })
  const slot = {
    __typename: 'Slot',
    id: 'morning',
    label: 'Premier créneau',
    startsAt: '2026-11-23T09:30:00Z',
    endsAt: '2026-11-23T10:30:00Z',
  }
  return {
    ...base,
    viewerCanEdit: true,
    viewerCanWithdraw: true,
    viewerCanPublishHarvest: false,
    viewerCanConfirmHarvest: false,
    resumedAs: null,
    occurrence: {
      ...base.occurrence,
      state: 'RUNNING',
      participantCount: 2,
      hereCount: 2,
      slot,
      space: { __typename: 'Space', id: 'loire', name: 'Salle Loire', capacity: 18 },
      participants: [nadia, malik],
    },
    occurrences: [
      {
        __typename: 'Occurrence',
        id: 'before',
        state: 'MOVED',
        participantCount: 0,
        hereCount: 0,
        viewerCheckedIn: false,
        slot,
        space: { __typename: 'Space', id: 'indre', name: 'Salle Indre' },
      },
    ],
    harvest: null,
    forum: {
      __typename: 'Forum',
      id: 'forum',
      name: 'Forum ouvert de Tours',
      phase: 'SESSIONS',
      convenersPlace: true,
      dotsPerPerson: 5,
      viewerDotsUsed: 0,
      viewerCentreDotsLeft: null,
      voteClosed: false,
      viewerCanFacilitate: false,
      gathering: {
        __typename: 'Gathering',
        id: 'gathering',
        name: 'Rencontre de Tours',
        startsOn: '2026-11-22',
        timeZone: 'Europe/Paris',
      },
    },
    ...changes,
  }
}

const writing = (...writers: object[]) => ({ topic: { __typename: 'Topic', id: 'topic', writers } })

async function show(
  state: object | null,
  answers: Record<string, StubAnswer> = {},
  language: 'fr' | 'en' = 'fr',
  at = '/sujets/topic',
) {
  const client = stubClient({
    TopicPage: { topic: state },
    TopicJournal: {
      topic: state && {
        __typename: 'Topic',
        id: 'topic',
        events: { __typename: 'EventConnection', nodes: [] },
      },
    },
    ObjectThread: { thread: { __typename: 'Thread', nodes: [], edges: [] } },
    ForumThemes: { themes: [] },
    TopicWriters: writing(),
    NoteWriting: {
      noteWriting: { __typename: 'NoteWritingPayload', topic: { __typename: 'Topic', id: 'topic' } },
    },
    ...answers,
  })
  return renderApp(<TopicPage />, { client, language, path: '/sujets/$topicId', at })
}

const field = (name: string) => screen.findByRole<HTMLTextAreaElement>('textbox', { name: said(name) })

describe('a topic elsewhere', () => {
  const merged = () =>
    page({
      state: 'MERGED',
      occurrence: null,
      occurrences: [],
      mergedInto: { __typename: 'Topic', id: 'into', title: 'Un parrainage' },
    })

  it('says into which other it went', async () => {
    await show(merged())
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: said('Un parrainage') })
    expect(link.getAttribute('href')).toContain('/sujets/into')
  })

  it('says which others came into it', async () => {
    const node = (id: string, state: string) => ({
      __typename: 'ThreadNode',
      kind: 'TOPIC',
      id,
      title: `Sujet ${id}`,
      state,
      at: '2026-11-20T09:00:00Z',
    })
    const { container } = await show(page(), {
      ObjectThread: {
        thread: {
          __typename: 'Thread',
          nodes: [node('other', 'MERGED'), node('topic', 'RUNNING')],
          edges: [{ __typename: 'ThreadEdge', from: 0, to: 1 }],
        },
      },
    })
    expect(await screen.findByText(said('Un autre sujet a été réuni à celui-ci'))).toBeDefined()
    await expectNoAxe(container)
  })

  it('is put off to a gathering that follows its own', async () => {
    let input: unknown
    const gathering = (id: string, startsOn: string) => ({
      __typename: 'Gathering',
      id,
      name: `Rencontre ${id}`,
      startsOn,
      endsOn: startsOn,
    })
    const { user } = await show(page({ viewerCanPostpone: true, viewerCanMerge: true }), {
      LaterGatherings: {
        gatherings: {
          __typename: 'GatheringConnection',
          nodes: [gathering('later', '2027-03-25'), gathering('earlier', '2026-03-25')],
        },
      },
      PostponeTopic: (variables) => {
        input = variables.input
        return {
          postponeTopic: { __typename: 'PostponeTopicPayload', topic: { ...page(), state: 'POSTPONED' } },
        }
      },
    })
    await user.click(await screen.findByRole('button', { name: said('Autres actions') }))
    await user.click(await screen.findByRole('menuitem', { name: said('Reporter à une autre rencontre…') }))
    const select = await screen.findByRole<HTMLSelectElement>('combobox', { name: /À quelle rencontre/ })
    expect([...select.options].map(({ value }) => value)).toEqual(['', 'later'])
    await user.click(screen.getByRole('button', { name: said('Reporter') }))
    expect((await screen.findAllByText(said('Choisissez une rencontre'))).length).toBeGreaterThan(0)
    await user.selectOptions(select, 'later')
    await user.click(screen.getByRole('button', { name: said('Reporter') }))
    await waitFor(() => expect(input).toMatchObject({ topicId: 'topic', version: 1, gatheringId: 'later' }))
  })

  it('is merged into another of its forum', async () => {
    let input: unknown
    const { user } = await show(page({ viewerCanMerge: true }), {
      MergeTargets: {
        topics: {
          __typename: 'TopicConnection',
          nodes: [
            { __typename: 'Topic', id: 'topic', title: 'Un tutorat entre régions', starCount: 3 },
            { __typename: 'Topic', id: 'into', title: 'Un parrainage', starCount: 9 },
          ],
        },
      },
      MergeTopic: (variables) => {
        input = variables.input
        return { mergeTopic: { __typename: 'MergeTopicPayload', topic: merged(), into: null } }
      },
    })
    await user.click(await screen.findByRole('button', { name: said('Autres actions') }))
    await user.click(await screen.findByRole('menuitem', { name: said('Fusionner dans un autre…') }))
    const box = await screen.findByRole('combobox', { name: /Dans quel sujet/ })
    await user.type(box, 'parr')
    const options = await screen.findAllByRole('option')
    expect(options).toHaveLength(1)
    await user.click(options[0]!)
    await user.click(screen.getByRole('button', { name: said('Fusionner') }))
    await waitFor(() => expect(input).toMatchObject({ topicId: 'topic', version: 1, intoId: 'into' }))
  })

  it('shows each session of one that is held several times', async () => {
    const other = {
      __typename: 'Occurrence',
      id: 'later',
      state: 'PLANNED',
      participantCount: 0,
      hereCount: 0,
      viewerCheckedIn: false,
      slot: {
        __typename: 'Slot',
        id: 'noon',
        startsAt: '2026-11-23T10:40:00Z',
        endsAt: '2026-11-23T11:40:00Z',
      },
      space: { __typename: 'Space', id: 'indre', name: 'Salle Indre' },
    }
    let input: unknown
    const base = page()
    const { user } = await show(
      page({
        viewerCanCheckIn: true,
        occurrences: [{ ...base.occurrence, participants: undefined, viewerCheckedIn: true }, other],
        occurrence: { ...base.occurrence, viewerCheckedIn: true },
      }),
      {
        CheckIn: (variables) => {
          input = variables.input
          return { checkIn: { __typename: 'CheckInPayload', topic: null } }
        },
      },
    )
    expect(await screen.findByText(said('Ses autres séances'))).toBeDefined()
    await user.click(screen.getByRole('button', { name: /Dire que je suis à la séance/ }))
    await waitFor(() => expect(input).toMatchObject({ topicId: 'topic', occurrenceId: 'later' }))
  })
})

describe('a topic', () => {
  it.each([
    ['fr', page()],
    [
      'en',
      page({ state: 'HARVESTED', harvest: written({ state: 'PUBLISHED' }), viewerCanWriteHarvest: false }),
    ],
    ['fr', page({ ...topic({ id: 'topic' }), occurrence: null, occurrences: [], forum: page().forum })],
  ] as const)('is open to all: %s', async (language, state) => {
    const { container } = await show(state, {}, language)
    expect(await screen.findByRole('heading', { level: 1 })).toBeDefined()
    await expectNoAxe(container)
  })

  it('says that it does not exist for this reader', async () => {
    await show(null)
    expect(await screen.findByText('Introuvable')).toBeDefined()
  })

  it('says where and when, and where it was to be before', async () => {
    await show(page())
    expect((await screen.findAllByText(/Salle Loire/)).length).toBeGreaterThan(0)
    expect(screen.getByText(/Prévue d’abord.*Salle Indre/)).toBeDefined()
    expect(screen.getAllByRole('link', { name: 'Malik Ouedraogo' }).length).toBeGreaterThan(0)
  })

  it('puts each session that is to come into one’s own calendar', async () => {
    const asked = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response())
    const { user } = await show(page())
    await user.click(await screen.findByRole('button', { name: /^Ajouter «.*» à mon agenda$/ }))
    await waitFor(() =>
      expect(asked).toHaveBeenCalledWith(
        `/calendrier/seances/${page().occurrence.id}.ics`,
        expect.objectContaining({ method: 'HEAD' }),
      ),
    )
    asked.mockRestore()
  })

  it('keeps from others what is not theirs to do', async () => {
    await show(
      page({
        viewerCanEdit: false,
        viewerCanWithdraw: false,
        viewerCanWriteHarvest: false,
        viewerCanHold: false,
      }),
    )
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByRole('button', { name: 'Modifier' })).toBeNull()
    expect(screen.queryByRole('button', { name: /Terminer/ })).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByText(said("La récolte n'est pas encore écrite"))).toBeDefined()
  })

  it('is withdrawn once asked again', async () => {
    let input: unknown
    const { user } = await show(page(), {
      WithdrawTopic: (variables) => {
        input = variables.input
        return { withdrawTopic: { __typename: 'WithdrawTopicPayload', topic: null } }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Autres actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Retirer le sujet' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Retirer le sujet' }))
    await waitFor(() => expect(input).toMatchObject({ topicId: 'topic', version: 1 }))
  })
})

describe('its harvest', () => {
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

describe('the room of a session', () => {
  it('is entered with one press by whoever scanned the code on its door, and left as freely', async () => {
    const moves: string[] = []
    const state = page({ viewerCanCheckIn: true, viewerCanCheckOut: true })
    const moved = (isIn: boolean) => ({
      topic: { ...state, occurrence: { ...state.occurrence, viewerCheckedIn: isIn } },
    })
    const { user } = await show(
      state,
      {
        CheckIn: () => {
          moves.push('in')
          return { checkIn: { __typename: 'CheckInPayload', ...moved(true) } }
        },
        CheckOut: () => {
          moves.push('out')
          return { checkOut: { __typename: 'CheckOutPayload', ...moved(false) } }
        },
        TopicPage: () => moved(moves.at(-1) === 'in'),
      },
      'fr',
      '/sujets/topic?ici=true',
    )
    const door = (await screen.findByText(said('Vous êtes à la porte : Salle Loire'))).closest(
      'div',
    )!.parentElement!
    await user.click(within(door).getByRole('button', { name: /Dire que je suis/ }))
    expect(await screen.findByText('Vous y êtes')).toBeDefined()
    expect(screen.queryByText(said('Vous êtes à la porte : Salle Loire'))).toBeNull()
    await user.click(screen.getByRole('button', { name: /Dire que je quitte/ }))
    await waitFor(() => expect(screen.queryByText('Vous y êtes')).toBeNull())
    expect(moves).toEqual(['in', 'out'])
  })
})
