import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { send } from '@/app/outbox'
import { emptyStore, store } from '@/app/store'
import { expectNoAxe, renderApp, stubClient } from '@/test/render'
import { StagePage } from './StagePage'
import { counted, listed, question, said, stage } from './testStage'
import { onStage, run, show } from './testStagePage'

const live = vi.hoisted(() => ({ tell: [] as ((facts: never[]) => void)[] }))
vi.mock('@/app/live', () => ({
  useLive: (_scope: unknown, tell: (facts: never[]) => void) => void (live.tell = [tell]),
}))

const online = vi.spyOn(navigator, 'onLine', 'get')

beforeEach(async () => {
  await emptyStore()
  online.mockReturnValue(true)
})

describe('a stage', () => {
  it.each([
    ['fr', stage({ onStage })],
    ['en', stage(run)],
    [
      'fr',
      stage({
        takesQuestions: false,
        questionsOpen: false,
        viewerCanAsk: false,
        viewerCanRun: true,
        version: 0,
      }),
    ],
    ['fr', stage({ questionsOpen: false, viewerCanAsk: false, listed: listed() })],
  ] as const)('is open to all (%s)', async (language, state) => {
    const { container } = await show(state, {}, { language })
    await expectNoAxe(container)
  })

  it('is for nobody who may not see it', async () => {
    await renderApp(<StagePage />, {
      client: stubClient({ StagePage: { stage: null } }),
      path: '/scenes/$agendaItemId',
      at: '/scenes/item',
    })
    expect(await screen.findByText(/Introuvable/)).toBeDefined()
  })

  it('takes a question, with or without a name, and says that it will be read first', async () => {
    const { user, sent } = await show(stage(), {
      AskLiveQuestion: {
        askLiveQuestion: {
          __typename: 'AskLiveQuestionPayload',
          liveQuestion: { __typename: 'LiveQuestion', id: 'new', state: 'SUBMITTED' },
          stage: { __typename: 'Stage', id: 'item', viewerQuestionsLeft: 9 },
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Envoyer' }))
    expect(await screen.findAllByText('Écrivez votre question')).not.toHaveLength(0)
    await user.type(screen.getByRole('textbox', { name: /Votre question/ }), 'Et la suite ?')
    await user.click(screen.getByRole('checkbox', { name: /Sans mon nom/ }))
    await user.click(screen.getByRole('button', { name: 'Envoyer' }))
    expect(await screen.findByText(said('elle attend d’être relue'))).toBeDefined()
    expect(sent.AskLiveQuestion).toMatchObject([
      { agendaItemId: 'item', text: 'Et la suite ?', anonymous: true },
    ])
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Votre question/ }).value).toBe('')
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Sans mon nom/ }).checked).toBe(false)
  })

  it('keeps a question while there is no network, and gives it back when it is refused', async () => {
    online.mockReturnValue(false)
    const state = { isAway: true }
    const { user } = await show(stage({ anonymousAllowed: false, viewerQuestionsLeft: 2 }), {
      AskLiveQuestion: () => {
        if (state.isAway) throw new TypeError('Failed to fetch')
        return {
          errors: [
            { code: 'LIMITED', field: 'input.text', message: 'Vous avez déjà posé 10 questions ici.' },
          ],
        }
      },
    })
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Votre question/ })
    expect(screen.queryByRole('checkbox', { name: /Sans mon nom/ })).toBeNull()
    await user.type(field, 'Et la suite ?')
    await user.click(screen.getByRole('button', { name: 'Envoyer' }))
    expect(await screen.findByText(said('Pas de réseau'))).toBeDefined()
    await waitFor(async () => expect(await (await store()).getAll('outbox')).toHaveLength(1))
    expect(await screen.findByText('Il vous en reste une.')).toBeDefined()
    // The network is back, and another phone of the same person has asked meanwhile.
    state.isAway = false
    online.mockReturnValue(true)
    await send(
      stubClient({
        AskLiveQuestion: {
          errors: [
            { code: 'LIMITED', field: 'input.text', message: 'Vous avez déjà posé 10 questions ici.' },
          ],
        },
      }),
    )
    await waitFor(() => expect(field.value).toBe('Et la suite ?'))
    expect(await (await store()).getAll('outbox')).toHaveLength(0)
  })

  it('says why nothing can be asked', async () => {
    await show(stage({ viewerCanAsk: false, viewerQuestionsLeft: 0 }))
    expect(await screen.findByText(said('Vous avez posé toutes vos questions ici'))).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Envoyer' })).toBeNull()
  })

  it('counts a vote at once, and takes it back', async () => {
    let isVoted = false
    const sent: unknown[] = []
    const put = (name: string, wish: boolean) => (variables: Record<string, unknown>) => {
      sent.push([name, (variables.input as { liveQuestionId: string }).liveQuestionId])
      isVoted = wish
      return {
        [name]: {
          __typename: 'VotePayload',
          liveQuestion: {
            __typename: 'LiveQuestion',
            id: 'calendrier',
            voteCount: wish ? 13 : 12,
            viewerVoted: wish,
          },
        },
      }
    }
    const { user } = await renderApp(<StagePage />, {
      client: stubClient({
        StagePage: () => ({
          stage: stage({
            listed: listed(question({ voteCount: isVoted ? 13 : 12, viewerVoted: isVoted })),
          }),
        }),
        UpvoteLiveQuestion: put('upvoteLiveQuestion', true),
        UnvoteLiveQuestion: put('unvoteLiveQuestion', false),
      }),
      path: '/scenes/$agendaItemId',
      at: '/scenes/item',
    })
    const vote = await screen.findByRole('button', { name: said("J'attends aussi la réponse") })
    expect([vote.getAttribute('aria-pressed'), vote.textContent]).toEqual(['false', 'Moi aussi12'])
    await user.click(vote)
    await waitFor(() => expect(sent).toEqual([['upvoteLiveQuestion', 'calendrier']]))
    await waitFor(() =>
      expect([vote.getAttribute('aria-pressed'), vote.textContent]).toEqual(['true', 'Je l’attends13']),
    )
    await user.click(vote)
    await waitFor(() => expect(sent).toHaveLength(2))
    await waitFor(() =>
      expect([vote.getAttribute('aria-pressed'), vote.textContent]).toEqual(['false', 'Moi aussi12']),
    )
  })

  it('asks for the list that its address names, and for the words looked for', async () => {
    const asked: Record<string, unknown>[] = []
    const client = stubClient({
      StagePage: (variables) => {
        asked.push(variables)
        return { stage: stage({ toRead: counted(2), viewerCanRun: true, asked: counted(9) }) }
      },
    })
    const { user } = await renderApp(<StagePage />, {
      client,
      path: '/scenes/$agendaItemId',
      at: '/scenes/item?vue=relire&q=emploi',
    })
    expect(await screen.findByRole('tab', { name: /À relire/, selected: true })).toBeDefined()
    expect(asked.at(-1)).toMatchObject({
      filter: { states: ['SUBMITTED'], search: 'emploi' },
      orderBy: 'OLDEST',
    })
    await user.click(screen.getByRole('tab', { name: /Mes questions/ }))
    await waitFor(() =>
      expect(asked.at(-1)).toMatchObject({ filter: { mine: true, search: null }, orderBy: 'OLDEST' }),
    )
  })

  it('shows no list to be read to those who do not run the gathering', async () => {
    await show(stage({ toRead: counted(1) }), {}, { at: '/scenes/item?vue=relire' })
    expect(screen.queryByRole('tab', { name: /À relire/ })).toBeNull()
    expect(screen.getByRole('tab', { name: /Questions/, selected: true })).toBeDefined()
  })

  it('reads again when others ask or vote', async () => {
    let times = 0
    const client = stubClient({ StagePage: () => ({ stage: stage({ asked: counted(++times) }) }) })
    await renderApp(<StagePage />, { client, path: '/scenes/$agendaItemId', at: '/scenes/item' })
    await screen.findByRole('heading', { level: 1 })
    live.tell.forEach((tell) => tell([]))
    await waitFor(() => expect(times).toBe(2))
  })
})
