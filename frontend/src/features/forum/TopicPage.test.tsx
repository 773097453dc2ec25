import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe } from '@/test/render'
import { said, topic } from './testForum'
import { page, show, written } from './testTopicPage'

vi.mock('@/app/live', () => ({ useLive: () => undefined }))

beforeEach(emptyStore)

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
    await user.click(await screen.findByRole('button', { name: /Dire que je quitte/ }))
    const [again] = await screen.findAllByRole('button', { name: /Dire que je suis/ })
    expect(screen.queryByText('Vous y êtes')).toBeNull()
    // To come and to go at once is told in that order.
    await user.click(again!)
    await user.click(await screen.findByRole('button', { name: /Dire que je quitte/ }))
    await waitFor(() => expect(moves).toEqual(['in', 'out', 'in', 'out']))
    expect(screen.queryByText('Vous y êtes')).toBeNull()
  })

  it('is one where one was, once the session is over', async () => {
    const running = page()
    await show(
      page({
        state: 'HELD',
        viewerCanCheckIn: true,
        occurrence: { ...running.occurrence, state: 'ENDED' },
      }),
    )
    const button = await screen.findByRole('button', { name: /Dire que j’étais à la séance/ })
    expect(button.textContent).toBe('J’y étais')
  })
})
