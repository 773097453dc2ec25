import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyStore } from '@/app/store'
import type { Forum } from './forum'
import { forum, harvest, placed, said } from './testForum'
import { show } from './testForumPage'

vi.mock('@/app/live', () => ({ useLive: () => undefined }))

beforeEach(emptyStore)

describe('whoever facilitates', () => {
  const facilitated = (changes: Partial<Forum> = {}) =>
    forum({ viewerCanFacilitate: true, allowedTransitions: ['SESSIONS', 'COLLECTION'], ...changes })

  it('goes on once told what it changes', async () => {
    let input: unknown
    const { user } = await show(facilitated(), {
      answers: {
        MoveForum: (variables) => {
          input = variables.input
          return { moveForum: { __typename: 'MoveForumPayload', forum: forum({ phase: 'SESSIONS' }) } }
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: /Passer à l’étape.:.Séances/ }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('On n’épingle plus de sujet')
    await user.click(within(dialog).getByRole('button', { name: /Passer à l/ }))
    await waitFor(() => expect(input).toMatchObject({ forumId: 'forum', version: 4, to: 'SESSIONS' }))
  })

  it('goes back with a reason only', async () => {
    let input: unknown
    const { user } = await show(facilitated(), {
      answers: {
        MoveForum: (variables) => {
          input = variables.input
          return { moveForum: { __typename: 'MoveForumPayload', forum: forum({ phase: 'COLLECTION' }) } }
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: /Revenir à l/ }))
    const dialog = await screen.findByRole('dialog')
    await user.click(await within(dialog).findByRole('button', { name: /Revenir à l/ }))
    expect((await within(dialog).findAllByText(/Dites pourquoi/)).length).toBeGreaterThan(0)
    expect(input).toBeUndefined()
    await user.type(within(dialog).getByRole('textbox'), 'Il manque des sujets')
    await user.click(within(dialog).getByRole('button', { name: /Revenir à l/ }))
    await waitFor(() => expect(input).toMatchObject({ to: 'COLLECTION', reason: 'Il manque des sujets' }))
  })

  it('opens a group with everything carried over', async () => {
    let input: unknown
    const won = placed('noon', 'indre', {
      id: 'won',
      title: 'Un tutorat',
      description: 'Pour les nouveaux.',
      state: 'HARVESTED',
      dotCount: 6,
      harvest: harvest(),
      viewerCanOpenWorkingGroup: true,
    })
    const { user } = await show(
      facilitated({ phase: 'HARVEST', voteClosed: true, viewerCanOpenWorkingGroups: true, topics: [won] }),
      {
        answers: {
          OpenWorkingGroup: (variables) => {
            input = variables.input
            return {
              openWorkingGroup: {
                __typename: 'OpenWorkingGroupPayload',
                workingGroup: {
                  __typename: 'WorkingGroup',
                  id: 'group',
                  name: said('Un tutorat'),
                  state: 'FORMING',
                },
                topic: null,
              },
            }
          },
        },
      },
    )
    await user.click(await screen.findByRole('button', { name: /Ouvrir un groupe de travail depuis/ }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('Malik Ouedraogo anime le groupe')
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: /Nom du groupe/ }).value).toBe(
      'Un tutorat',
    )
    await user.click(within(dialog).getByRole('button', { name: said('Ouvrir le groupe') }))
    await waitFor(() =>
      expect(input).toMatchObject({
        topicId: 'won',
        name: said('Un tutorat'),
        admission: 'OPEN',
        purpose: expect.stringMatching(/Pour les nouveaux\.[\s\S]*Se revoir en mars[\s\S]*Écrire une note/),
      }),
    )
    expect(await screen.findByRole('button', { name: said('Voir le groupe') })).toBeDefined()
  })
})

describe('the vote', () => {
  it('shows a dot where it is put before the answer, and what is left', async () => {
    let answer: (() => void) | undefined
    const answered = new Promise<void>((resolve) => (answer = resolve))
    let isPut = false
    const voted = () =>
      forum({
        phase: 'CONVERGENCE',
        viewerCanVote: true,
        viewerDotsUsed: isPut ? 4 : 3,
        topics: [
          placed('noon', 'indre', {
            id: 'harvested',
            title: 'Un tutorat',
            state: 'HARVESTED',
            harvest: harvest(),
            viewerCanVote: true,
            viewerDots: isPut ? 2 : 1,
          }),
        ],
      })
    const { user } = await show(voted(), {
      answers: {
        ForumWall: () => ({ forum: voted() }),
        CastDots: async () => {
          await answered
          isPut = true
          return {
            castDots: {
              __typename: 'CastDotsPayload',
              topic: { __typename: 'Topic', id: 'harvested', viewerDots: 2 },
              forum: { __typename: 'Forum', id: 'forum', viewerDotsUsed: 4 },
            },
          }
        },
      },
    })
    await screen.findAllByText(said('Il vous reste 2 gommettes sur 5'))
    await user.click(screen.getByRole('button', { name: said('Ajouter une gommette à « Un tutorat »') }))
    expect(await screen.findByRole('img', { name: said('2 gommettes de vous') })).toBeDefined()
    // What is left counts what waits to be sent, which is kept on the device a moment after the press.
    expect(await screen.findByText(said('Il vous reste 1 gommette sur 5'))).toBeDefined()
    answer?.()
    await waitFor(() => expect(isPut).toBe(true))
    expect(screen.getByText(said('Il vous reste 1 gommette sur 5'))).toBeDefined()
  })
})
