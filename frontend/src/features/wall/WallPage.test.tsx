import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Language } from '@/i18n/language'
import { expectNoAxe, renderApp } from '@/test/render'
import { wall, wallTopic } from './testWall'
import { WallPage } from './WallPage'

const stream = vi.hoisted(() => ({
  tell: undefined as ((moved: boolean) => void) | undefined,
  end: undefined as (() => void) | undefined,
}))
vi.mock('graphql-sse', () => ({
  createClient: () => ({
    subscribe(_operation: object, sink: { next: (value: object) => void; complete: () => void }) {
      stream.tell = (moved) => sink.next({ data: { wallMoved: { moved } } })
      stream.end = () => sink.complete()
      return () => undefined
    },
    dispose() {},
  }),
}))

/** What the server answers, one after the other; the last goes on. A null wall: the link opens nothing. */
let answers: (object | null | 'cut')[] = []
const asked: Record<string, unknown>[] = []

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  }))
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    asked.push({ ...(JSON.parse(String(init.body)) as object), credentials: init.credentials })
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer === 'cut') throw new TypeError('Failed to fetch')
    return new Response(JSON.stringify({ data: { wall: answer } }), {
      headers: { 'Content-Type': 'application/json' },
    })
  })
})
afterEach(() => vi.unstubAllGlobals())

const show = (language: Language = 'fr') =>
  renderApp(<WallPage />, { language, path: '/mur/$token', at: '/mur/mlg_wal_secret' })

const cut = /^Réseau perdu/
const topics = Array.from({ length: 10 }, (_, index) =>
  wallTopic(`n° ${index + 1}`, { state: 'PROPOSED', stars: index }),
)

describe('the wall of a room', () => {
  it.each([
    ['fr', wall({ phase: 'COLLECTION', topics })],
    [
      'en',
      wall({ phase: 'SESSIONS', topics: [wallTopic('a', { slotId: 'two', spaceId: 'cher', here: 4 })] }),
    ],
    ['fr', wall({ phase: 'CONVERGENCE' })],
    ['fr', wall({ onStage: { item: 'Plénière', text: 'Quand paraîtra le calendrier ?', votes: 12 } })],
    ['en', wall({ phase: 'MARKETPLACE', topics, spotlightId: topics[3]!.id })],
    ['en', wall({ phase: 'HARVEST', topics: [wallTopic('a', { dots: 5 })] })],
    ['fr', wall({ phase: null, forumId: null })],
  ] as const)('is open to all: %s', async (language, state) => {
    answers = [state]
    const { container } = await show(language)
    await screen.findByRole('heading', { level: 1, name: 'Rencontre de Tours' })
    await expectNoAxe(container)
  })

  it('is dark unless asked otherwise, and gives the theme back', async () => {
    answers = [wall()]
    const { user, unmount } = await show()
    await user.click(await screen.findByRole('button', { name: 'Fond clair' }))
    expect(document.documentElement.dataset.theme).toBe('light')
    await user.click(screen.getByRole('button', { name: 'Fond sombre' }))
    expect(document.documentElement.dataset.theme).toBe('dark')
    unmount()
    expect(document.documentElement.dataset.theme).toBeUndefined()
  })

  it('is asked for with its secret by nobody in particular', async () => {
    answers = [wall()]
    await show()
    await screen.findByRole('heading', { level: 1, name: 'Rencontre de Tours' })
    expect(asked[0]).toMatchObject({ variables: { token: 'mlg_wal_secret' }, credentials: 'omit' })
  })

  it('turns its pages with the arrows and the buttons, and stops when asked', async () => {
    answers = [wall({ phase: 'COLLECTION', topics })]
    const { user } = await show()
    expect(await screen.findByText('Sujet n° 1')).toBeDefined()
    expect(screen.queryByText('Sujet n° 9')).toBeNull()
    await user.keyboard('{ArrowRight}')
    expect(await screen.findByText('Sujet n° 9')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Écran suivant' }))
    expect(await screen.findByText('Sujet n° 1')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Arrêter le défilement' }))
    expect(screen.getByRole('button', { name: 'Reprendre le défilement' })).toBeDefined()
  })

  it('follows what happens', async () => {
    answers = [
      wall({ phase: 'COLLECTION', topics: topics.slice(0, 1) }),
      wall({ phase: 'COLLECTION', topics: topics.slice(0, 2) }),
    ]
    await show()
    expect(await screen.findByText('Sujet n° 1')).toBeDefined()
    await waitFor(() => expect(stream.tell).toBeDefined())
    stream.tell?.(false)
    stream.tell?.(true)
    expect(await screen.findByText('Sujet n° 2', {}, { timeout: 5_000 })).toBeDefined()
  })

  it('stays on the screen without a network, says so, and goes on by itself', async () => {
    answers = [
      wall({ phase: 'COLLECTION', topics: topics.slice(0, 1) }),
      'cut',
      wall({ phase: 'COLLECTION', topics: topics.slice(0, 2) }),
    ]
    await show()
    expect(await screen.findByText('Sujet n° 1')).toBeDefined()
    await waitFor(() => expect(stream.end).toBeDefined())
    stream.end?.()
    expect(await screen.findByText(cut, {}, { timeout: 5_000 })).toBeDefined()
    expect(screen.getByText('Sujet n° 1')).toBeDefined()
    expect(await screen.findByText('Sujet n° 2', {}, { timeout: 8_000 })).toBeDefined()
    expect(screen.queryByText(cut)).toBeNull()
  })

  it('goes dark when its link is revoked', async () => {
    answers = [wall({ phase: 'COLLECTION', topics: topics.slice(0, 1) }), null]
    await show()
    expect(await screen.findByText('Sujet n° 1')).toBeDefined()
    await waitFor(() => expect(stream.end).toBeDefined())
    stream.end?.()
    expect(
      await screen.findByRole('heading', { name: /n.est plus ouvert/ }, { timeout: 5_000 }),
    ).toBeDefined()
    expect(screen.queryByText('Sujet n° 1')).toBeNull()
  })
})
