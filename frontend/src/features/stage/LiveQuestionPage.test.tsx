import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { LiveQuestionPage } from './LiveQuestionPage'
import { claire, question, said } from './testStage'

vi.mock('@/app/live', () => ({ useLive: () => undefined }))

beforeEach(emptyStore)

const thread = {
  __typename: 'Thread',
  nodes: [
    {
      __typename: 'ThreadNode',
      kind: 'GATHERING',
      id: 'tours',
      title: 'Rencontre de Tours',
      state: 'LIVE',
      at: '2026-11-23T08:00:00Z',
    },
    {
      __typename: 'ThreadNode',
      kind: 'LIVE_QUESTION',
      id: 'temps',
      title: 'Aura-t-on le temps ?',
      state: 'MERGED',
      at: '2026-11-23T08:30:00Z',
    },
    {
      __typename: 'ThreadNode',
      kind: 'LIVE_QUESTION',
      id: 'calendrier',
      title: 'Le calendrier',
      state: 'PUBLISHED',
      at: '2026-11-23T09:00:00Z',
    },
  ],
  edges: [
    { __typename: 'ThreadEdge', from: 0, to: 1 },
    { __typename: 'ThreadEdge', from: 1, to: 2 },
  ],
}

function page(changes: object = {}) {
  const base = question()
  return {
    ...base,
    gathering: { __typename: 'Gathering', id: 'tours', name: 'Rencontre de Tours', timeZone: 'Europe/Paris' },
    stage: {
      ...base.stage,
      agendaItem: { __typename: 'AgendaItem', id: 'item', title: 'Questions à la coordination' },
    },
    ...changes,
  }
}

const show = (
  changes: object | null = {},
  answers: Record<string, StubAnswer> = {},
  { language = 'fr' as 'fr' | 'en', at = '/questions-posees/calendrier' } = {},
) =>
  renderApp(<LiveQuestionPage />, {
    client: stubClient({
      LiveQuestionPage: { liveQuestion: changes === null ? null : page(changes) },
      ObjectThread: { thread },
      ...answers,
    }),
    language,
    path: '/questions-posees/$questionId',
    at,
  })

const promised = {
  state: 'ANSWER_PROMISED',
  promisedBy: claire,
  dueOn: '2026-11-01',
  overdue: true,
  viewerCanVote: false,
  viewerCanAnswer: true,
}

describe('a question', () => {
  it.each([
    ['fr', {}],
    ['en', promised],
    [
      'fr',
      { state: 'ANSWERED', answer: 'Une trentaine.', answeredBy: claire, answeredAt: '2026-11-24T09:00:00Z' },
    ],
  ] as const)('is open to all (%s)', async (language, changes) => {
    const { container } = await show(changes, {}, { language })
    await screen.findByRole('heading', { level: 1, name: /Le calendrier/ })
    await expectNoAxe(container)
  })

  it('says where it comes from, both ways', async () => {
    await show()
    const way = await screen.findByRole('list', { name: /Le fil/ })
    expect(within(way).getByRole('link', { name: 'Rencontre de Tours' }).getAttribute('href')).toBe(
      '/rencontres/tours',
    )
    expect(
      within(way)
        .getByRole('link', { name: said('Aura-t-on le temps ?') })
        .getAttribute('href'),
    ).toBe('/questions-posees/temps')
    expect(screen.getByRole('link', { name: 'Questions à la coordination' }).getAttribute('href')).toBe(
      '/scenes/item',
    )
  })

  it('says who promised an answer and that it is late, and opens what writes it', async () => {
    const sent: unknown[] = []
    const { user } = await show(
      promised,
      {
        AnswerLiveQuestion: (variables) => {
          sent.push(variables.input)
          return { answerLiveQuestion: { __typename: 'AnswerLiveQuestionPayload', liveQuestion: page() } }
        },
      },
      { at: '/questions-posees/calendrier?repondre=true' },
    )
    expect(await screen.findByText(said('Réponse promise par Claire Montbrun pour le 1er nov'))).toBeDefined()
    expect(screen.getByText('En retard')).toBeDefined()
    const dialog = within(await screen.findByRole('dialog', { name: 'Noter la réponse' }))
    await user.type(await dialog.findByRole('textbox', { name: /Ce qui a été répondu/ }), 'La voici.')
    await user.click(dialog.getByRole('button', { name: 'Enregistrer la réponse' }))
    await waitFor(() => expect(sent).toMatchObject([{ liveQuestionId: 'calendrier', answer: 'La voici.' }]))
  })

  it('says why it was not kept, or where it went', async () => {
    const { unmount } = await show({ state: 'REJECTED', rejectionReason: 'Posée deux fois.' })
    expect(await screen.findByText('Posée deux fois.')).toBeDefined()
    unmount()
    await show({
      state: 'MERGED',
      mergedInto: { __typename: 'LiveQuestion', id: 'autre', text: 'Une autre ?' },
    })
    expect((await screen.findByRole('link', { name: said('Une autre ?') })).getAttribute('href')).toBe(
      '/questions-posees/autre',
    )
  })

  it('is shown whole where it is too long for a title', async () => {
    const text = 'Pourquoi '.repeat(30).trim()
    await show({ text })
    const title = await screen.findByRole('heading', { level: 1 })
    expect(title.textContent!.length).toBeLessThanOrEqual(140)
    expect(screen.getByText(text)).toBeDefined()
  })

  it('is for nobody who may not see it', async () => {
    await show(null)
    expect(await screen.findByText(/Introuvable/)).toBeDefined()
  })
})
