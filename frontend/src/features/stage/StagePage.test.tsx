import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { send } from '@/app/outbox'
import { emptyStore, store } from '@/app/store'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { StagePage } from './StagePage'
import { claire, counted, listed, question, ran, said, stage } from './testStage'

const live = vi.hoisted(() => ({ tell: [] as ((facts: never[]) => void)[] }))
vi.mock('@/app/live', () => ({
  useLive: (_scope: unknown, tell: (facts: never[]) => void) => void (live.tell = [tell]),
}))

const online = vi.spyOn(navigator, 'onLine', 'get')

beforeEach(async () => {
  await emptyStore()
  online.mockReturnValue(true)
})

/** The page on a stage; every ask of the server but the page's own is noted. */
async function show(
  state: object | null,
  answers: Record<string, StubAnswer> = {},
  { language = 'fr' as 'fr' | 'en', at = '/scenes/item' } = {},
) {
  const sent: Record<string, Record<string, unknown>[]> = {}
  const noted = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      (variables: Record<string, unknown>) => {
        ;(sent[name] ??= []).push((variables.input ?? variables) as Record<string, unknown>)
        return typeof answer === 'function' ? answer(variables) : answer
      },
    ]),
  )
  const client = stubClient({ StagePage: { stage: state }, ...noted })
  const rendered = await renderApp(<StagePage />, { client, language, path: '/scenes/$agendaItemId', at })
  await screen.findByRole('heading', { level: 1 })
  return { ...rendered, sent }
}

const forAll = question({ ...ran })
const onStage = question({
  id: 'on',
  text: 'Qui compte les postes vacants ?',
  state: 'ON_STAGE',
  viewerCanUnstage: true,
  viewerCanAnswer: true,
  viewerCanPromise: true,
})
const run = { viewerCanRun: true, onStage, listed: listed(forAll) }

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

describe('whoever runs the gathering', () => {
  it('puts a question on stage for the turn they saw, and is told when it has changed', async () => {
    const { user, sent } = await show(stage(run), {
      StageLiveQuestion: {
        errors: [{ code: 'CONFLICT', field: 'input.turn', message: 'La scène a changé entre-temps.' }],
      },
    })
    await user.click(screen.getByRole('button', { name: said('Mettre en scène : Le calendrier') }))
    expect(await screen.findByText('La scène a changé entre-temps.')).toBeDefined()
    expect(sent.StageLiveQuestion).toMatchObject([{ liveQuestionId: 'calendrier', turn: 4 }])
  })

  it('writes the answer down, and refuses an empty one', async () => {
    const { user, sent } = await show(stage(run), {
      AnswerLiveQuestion: { answerLiveQuestion: { __typename: 'P', liveQuestion: onStage } },
    })
    await user.click(screen.getByRole('button', { name: 'Noter la réponse…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Noter la réponse' }))
    await user.click(await dialog.findByRole('button', { name: 'Enregistrer la réponse' }))
    expect(await dialog.findAllByText('Écrivez la réponse')).not.toHaveLength(0)
    await user.type(dialog.getByRole('textbox', { name: /Ce qui a été répondu/ }), 'Une trentaine.')
    await user.click(dialog.getByRole('button', { name: 'Enregistrer la réponse' }))
    await waitFor(() =>
      expect(sent.AnswerLiveQuestion).toMatchObject([{ liveQuestionId: 'on', answer: 'Une trentaine.' }]),
    )
    expect(await screen.findByText('La réponse est enregistrée.')).toBeDefined()
  })

  it('notes who promised, for when', async () => {
    const { user, sent } = await show(stage(run), {
      PickPeople: {
        staffMembers: {
          __typename: 'StaffMemberConnection',
          nodes: [{ ...claire, job: 'NATIONAL_COORDINATION', centre: null }],
        },
      },
      PromiseLiveQuestion: { promiseLiveQuestion: { __typename: 'P', liveQuestion: onStage } },
    })
    await user.click(screen.getByRole('button', { name: 'Réponse promise…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Une réponse est promise' }))
    await user.type(await dialog.findByRole('combobox', { name: /Qui répondra/ }), 'Cla')
    await user.click(await screen.findByRole('option', { name: /Claire/ }))
    fireEvent.change(dialog.getByLabelText(/Avant le/), { target: { value: '2027-01-31' } })
    await user.click(dialog.getByRole('button', { name: 'Noter la promesse' }))
    await waitFor(() =>
      expect(sent.PromiseLiveQuestion).toMatchObject([
        { liveQuestionId: 'on', staffMemberId: 'claire', dueOn: '2027-01-31' },
      ]),
    )
  })

  it('merges a question into another of the stage, never into itself', async () => {
    const other = question({ id: 'other', text: 'Aura-t-on le temps ?' })
    const { user, sent } = await show(stage(run), {
      OtherLiveQuestions: {
        stage: {
          __typename: 'Stage',
          id: 'item',
          questions: { __typename: 'LiveQuestionConnection', nodes: [forAll, other] },
        },
      },
      MergeLiveQuestion: { mergeLiveQuestion: { __typename: 'P', liveQuestion: forAll, into: other } },
    })
    await user.click(screen.getByRole('button', { name: /Autres gestes/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Fusionner…' }))
    const dialog = within(
      await screen.findByRole('dialog', { name: said('Fusionner avec une autre question') }),
    )
    await user.click(await dialog.findByRole('combobox', { name: /Avec quelle question/ }))
    await user.keyboard('{ArrowDown}')
    const options = await screen.findAllByRole('option')
    expect(options.map((option) => option.textContent)).toEqual([expect.stringContaining('Aura-t-on')])
    await user.click(options[0]!)
    await user.click(dialog.getByRole('button', { name: 'Fusionner' }))
    await waitFor(() =>
      expect(sent.MergeLiveQuestion).toMatchObject([{ liveQuestionId: 'calendrier', intoId: 'other' }]),
    )
  })

  it('says why a question is not kept, and publishes what they have read', async () => {
    const submitted = question({
      state: 'SUBMITTED',
      viewerCanPublish: true,
      viewerCanReject: true,
      version: 2,
    })
    const { user, sent } = await show(stage({ viewerCanRun: true, listed: listed(submitted) }), {
      RejectLiveQuestion: {
        errors: [{ code: 'INVALID', field: 'input.reason', message: 'Trop court.' }],
      },
      PublishLiveQuestion: {
        errors: [{ code: 'CONFLICT', field: 'version', message: 'Quelqu’un a modifié ceci.' }],
      },
    })
    await user.click(screen.getByRole('button', { name: said('Publier : Le calendrier') }))
    expect(await screen.findByText('Quelqu’un a modifié ceci.')).toBeDefined()
    expect(sent.PublishLiveQuestion).toMatchObject([{ liveQuestionId: 'calendrier', version: 2 }])
    await user.click(screen.getByRole('button', { name: /Autres gestes/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Ne pas retenir…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Ne pas retenir cette question' }))
    await user.type(await dialog.findByRole('textbox', { name: /Pourquoi/ }), 'Non')
    await user.click(dialog.getByRole('button', { name: 'Ne pas retenir' }))
    expect(await dialog.findAllByText('Trop court.')).not.toHaveLength(0)
  })

  it('opens and closes questions in one press, and says how they are taken', async () => {
    const { user, sent } = await show(stage(run), {
      SetStage: {
        setStage: { __typename: 'SetStagePayload', stage: stage({ ...run, questionsOpen: false }) },
      },
    })
    await user.click(screen.getByRole('button', { name: 'Fermer les questions' }))
    expect(await screen.findByText('Les questions sont fermées.')).toBeDefined()
    expect(sent.SetStage![0]).toMatchObject({
      agendaItemId: 'item',
      version: 3,
      takesQuestions: true,
      anonymousAllowed: true,
      premoderated: true,
      questionsOpen: false,
    })
    await user.click(screen.getByRole('button', { name: 'Réglages' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Les questions de ce temps' }))
    await user.click(await dialog.findByRole('checkbox', { name: /relit chaque question/ }))
    await user.click(dialog.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(sent.SetStage).toHaveLength(2))
    expect(sent.SetStage![1]).toMatchObject({ premoderated: false })
  })
})

describe('the author of a question', () => {
  const own = question({
    state: 'SUBMITTED',
    author: null,
    anonymous: true,
    viewerIsAuthor: true,
    viewerCanVote: false,
    viewerCanEdit: true,
    viewerCanWithdraw: true,
  })

  it('finds it among their own, without a name', async () => {
    await show(stage({ listed: listed(own), mine: counted(1) }), {}, { at: '/scenes/item?vue=miennes' })
    const card = within((await screen.findByRole('link', { name: /Le calendrier/ })).closest('li')!)
    expect(card.getByText('Sans nom')).toBeDefined()
    expect(card.getByText('Ma question')).toBeDefined()
    expect(card.queryByRole('button', { name: /J’attends/ })).toBeNull()
  })

  it('rewords it, and loses nothing when it was reworded elsewhere', async () => {
    const { user, sent } = await show(stage({ listed: listed(own) }), {
      EditLiveQuestion: (variables) =>
        (variables.input as { version: number }).version === 1
          ? { errors: [{ code: 'CONFLICT', field: 'version', message: 'Modifié entre-temps.' }] }
          : { editLiveQuestion: { __typename: 'P', liveQuestion: own } },
      StoredLiveQuestion: {
        liveQuestion: {
          __typename: 'LiveQuestion',
          id: 'calendrier',
          text: 'Depuis mon téléphone',
          version: 2,
        },
      },
    })
    await user.click(screen.getByRole('button', { name: /Autres gestes/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Reformuler…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Reformuler ma question' }))
    const field = await dialog.findByRole<HTMLTextAreaElement>('textbox', { name: /Votre question/ })
    await user.clear(field)
    await user.type(field, 'Depuis mon bureau')
    await user.click(dialog.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findAllByText('Depuis mon téléphone')).not.toHaveLength(0)
    await user.click(screen.getByRole('button', { name: 'Reprendre ma version' }))
    await user.click(await dialog.findByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(sent.EditLiveQuestion).toHaveLength(2))
    expect(sent.EditLiveQuestion![1]).toMatchObject({ version: 2, text: 'Depuis mon bureau' })
  })

  it('takes it back, once asked again', async () => {
    const { user, sent } = await show(stage({ listed: listed(own) }), {
      WithdrawLiveQuestion: { withdrawLiveQuestion: { __typename: 'P', liveQuestion: own } },
    })
    await user.click(screen.getByRole('button', { name: /Autres gestes/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Retirer ma question' }))
    const dialog = within(await screen.findByRole('dialog', { name: said('Retirer cette question') }))
    expect(sent.WithdrawLiveQuestion).toBeUndefined()
    await user.click(dialog.getByRole('button', { name: 'Retirer ma question' }))
    await waitFor(() => expect(sent.WithdrawLiveQuestion).toMatchObject([{ liveQuestionId: 'calendrier' }]))
  })
})
