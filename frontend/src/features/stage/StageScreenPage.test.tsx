import { screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { StageScreenPage } from './StageScreenPage'
import { counted, lea, said, stage } from './testStage'

const live = vi.hoisted(() => ({ tell: [] as ((facts: never[]) => void)[] }))
vi.mock('@/app/live', () => ({
  useLive: (_scope: unknown, tell: (facts: never[]) => void) => void (live.tell = [tell]),
}))

const show = (answer: StubAnswer, language: 'fr' | 'en' = 'fr') =>
  renderApp(<StageScreenPage />, {
    client: stubClient({ StageScreen: answer }),
    language,
    under: 'screen',
    path: '/scenes/$agendaItemId/ecran',
    at: '/scenes/item/ecran',
  })

const shown = (changes: object = {}) => ({
  stage: stage({
    onStage: {
      __typename: 'LiveQuestion',
      id: 'q',
      text: 'Qui compte les postes vacants ?',
      voteCount: 23,
      author: lea,
    },
    asked: counted(6),
    ...changes,
  }),
})

it.each(['fr', 'en'] as const)('is open to all (%s)', async (language) => {
  const { container } = await show(shown(), language)
  await screen.findByRole('heading', { level: 1, name: said('Qui compte les postes vacants ?') })
  await expectNoAxe(container)
})

it('shows one question, who asked it, and how to ask one’s own', async () => {
  await show(shown())
  expect(await screen.findByText('Léa Schmitt')).toBeDefined()
  expect(screen.getByText('23 votes')).toBeDefined()
  expect(screen.getByText('6 questions attendent')).toBeDefined()
  expect(screen.getByText(/\/scenes\/item$/)).toBeDefined()
  expect(document.title).toContain('Questions à la coordination nationale')
})

it('names nobody who asked without a name, and asks nothing once questions are closed', async () => {
  await show(
    shown({
      questionsOpen: false,
      onStage: { __typename: 'LiveQuestion', id: 'q', text: 'Et après ?', voteCount: 0, author: null },
    }),
  )
  expect(await screen.findByText('Sans nom')).toBeDefined()
  expect(screen.queryByText('Posez la vôtre')).toBeNull()
})

it('waits for the next question, and follows the stage', async () => {
  let times = 0
  await show(() => shown(times++ === 0 ? { onStage: null } : {}))
  expect(await screen.findByRole('heading', { level: 1, name: 'La prochaine question arrive' })).toBeDefined()
  live.tell.forEach((tell) => tell([]))
  await waitFor(() =>
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Qui compte les postes vacants ?'),
  )
})
