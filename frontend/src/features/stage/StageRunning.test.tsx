import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyStore } from '@/app/store'
import { claire, counted, listed, question, said, stage } from './testStage'
import { forAll, onStage, run, show } from './testStagePage'

vi.mock('@/app/live', () => ({ useLive: () => undefined }))

beforeEach(emptyStore)

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
