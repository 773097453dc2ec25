import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe } from '@/test/render'
import { forum, harvest, nadia, placed, said, topic } from './testForum'
import { market, show } from './testForumPage'

const live = vi.hoisted(() => ({ tell: [] as ((facts: never[]) => void)[] }))
vi.mock('@/app/live', () => ({
  useLive: (_scope: unknown, tell: (facts: never[]) => void) => void (live.tell = [tell]),
}))

beforeEach(emptyStore)

describe('a forum', () => {
  it.each([
    ['fr', 'COLLECTION', false],
    ['en', 'MARKETPLACE', false],
    ['fr', 'MARKETPLACE', true],
    ['en', 'SESSIONS', false],
    ['fr', 'CONVERGENCE', true],
    ['en', 'HARVEST', true],
  ] as const)('is open to all: %s, %s, wide: %s', async (language, phase, isWide) => {
    const topics = [
      ...market().topics,
      placed('noon', 'loire', {
        title: 'En cours',
        state: 'RUNNING',
        viewerCanCheckIn: true,
        viewerCanHold: true,
      }),
      placed('noon', 'indre', {
        title: 'Récolté',
        state: 'HARVESTED',
        harvest: harvest(),
        dotCount: 4,
        viewerCanVote: true,
        viewerCanOpenWorkingGroup: true,
      }),
    ]
    const { container } = await show(
      forum({
        phase,
        topics,
        viewerCanVote: true,
        viewerCanFacilitate: true,
        viewerCanOpenWorkingGroups: true,
        voteClosed: phase === 'HARVEST',
        allowedTransitions: ['COLLECTION', 'SESSIONS'],
      }),
      { language, isWide },
    )
    expect(
      await screen.findByRole('heading', { level: 1, name: said('Forum ouvert de Tours') }),
    ).toBeDefined()
    await expectNoAxe(container)
  })

  it('says where it is on its way', async () => {
    await show(market())
    const steps = await screen.findByRole('list', { name: said('Étapes du forum') })
    const current = within(steps)
      .getAllByRole('listitem')
      .find((step) => step.getAttribute('aria-current') === 'step')
    expect(current?.textContent).toContain('Place du marché')
  })

  it('says first what to do on an empty wall', async () => {
    await show(forum({ phase: 'COLLECTION' }))
    expect(await screen.findByText(said('Le mur est encore vide'))).toBeDefined()
    expect(screen.getAllByRole('button', { name: said('Proposer un sujet') })).toHaveLength(2)
  })

  it('offers only what may be done', async () => {
    await show(market())
    expect(await screen.findByRole('button', { name: said('Porter « Sans personne »') })).toBeDefined()
    expect(screen.getByRole('button', { name: said('Placer « Mon sujet »') })).toBeDefined()
    expect(screen.queryByRole('button', { name: said('Placer « Sans personne »') })).toBeNull()
    expect(screen.queryByRole('button', { name: /Passer à l/ })).toBeNull()
  })

  it('says why a convener cannot place yet', async () => {
    await show(forum({ convenersPlace: false, topics: [topic({ convener: nadia as never })] }))
    const button = await screen.findByRole('button', { name: 'Placer…' })
    expect(button.hasAttribute('disabled')).toBe(true)
    expect(document.getElementById(button.getAttribute('aria-describedby')!)?.textContent).toMatch(
      said("L'animation place les sujets"),
    )
  })

  it('reads again when others have done something', async () => {
    let reads = 0
    await show(market(), {
      answers: {
        ForumWall: () => {
          reads += 1
          return { forum: reads === 1 ? market() : forum({ topics: [topic({ title: 'Nouveau venu' })] }) }
        },
      },
    })
    await screen.findByText(said('Mon sujet'))
    live.tell[0]?.([])
    expect(await screen.findByText(said('Nouveau venu'))).toBeDefined()
    expect(reads).toBe(2)
  })

  it('narrows by what its address says', async () => {
    await show(market(), { at: '/forums/forum?miens=true' })
    expect(await screen.findByText(said('Mon sujet'))).toBeDefined()
    expect(screen.queryByText(said('Sans personne'))).toBeNull()
    expect(screen.getByText(said('1 résultat'))).toBeDefined()
  })
})

describe('a star', () => {
  it('is seen at once and sent, whatever the network', async () => {
    const sent: string[] = []
    const { user } = await show(market(), {
      answers: {
        StarTopic: (variables) => {
          sent.push((variables.input as { topicId: string }).topicId)
          return {
            starTopic: {
              __typename: 'StarTopicPayload',
              topic: { __typename: 'Topic', id: 'mine', starCount: 4, viewerStarred: true },
            },
          }
        },
        ForumWall: () => ({
          forum: {
            ...market(),
            topics: market().topics.map((each) =>
              each.id === 'mine' && sent.length > 0 ? { ...each, starCount: 4, viewerStarred: true } : each,
            ),
          },
        }),
      },
    })
    const star = await screen.findByRole('button', { name: said('Mettre une étoile à « Mon sujet » (3)') })
    expect(star.getAttribute('aria-pressed')).toBe('false')
    await user.click(star)
    const starred = await screen.findByRole('button', { name: said('Mettre une étoile à « Mon sujet » (4)') })
    expect(starred.getAttribute('aria-pressed')).toBe('true')
    await waitFor(() => expect(sent).toEqual(['mine']))
  })

  it('waits for the network, and shows that it does', async () => {
    const { user } = await show(market(), {
      answers: {
        StarTopic: () => {
          throw new TypeError('Failed to fetch')
        },
      },
    })
    await user.click(
      await screen.findByRole('button', { name: said('Mettre une étoile à « Mon sujet » (3)') }),
    )
    const star = await screen.findByRole('button', { name: said('Mettre une étoile à « Mon sujet » (4)') })
    // At once where the server is known to be out of reach, after a second and a half otherwise.
    await waitFor(() => expect(star.dataset.waiting).toBe('true'), { timeout: 5_000 })
    await user.click(star)
    expect(
      await screen.findByRole('button', { name: said('Mettre une étoile à « Mon sujet » (3)') }),
    ).toBeDefined()
  })
})

describe('the board', () => {
  it('tells what stands in the way, and places with a press', async () => {
    let input: unknown
    const { user } = await show(market(), {
      answers: {
        PlaceTopic: (variables) => {
          input = variables.input
          return {
            placeTopic: {
              __typename: 'PlaceTopicPayload',
              topic: placed('morning', 'indre', { id: 'mine', title: 'Mon sujet' }),
              warnings: [
                {
                  __typename: 'PlacementWarning',
                  code: 'STARRED_TOGETHER',
                  count: 5,
                  topic: { __typename: 'Topic', id: 'placed', title: 'Déjà placé' },
                },
              ],
            },
          }
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: said('Placer « Mon sujet »') }))
    const dialog = await screen.findByRole('dialog', { name: said('Placer « Mon sujet »') })
    const slot = within(dialog).getByRole('group', { name: /10:30/ })
    const taken = within(slot).getByRole('button', { name: /Salle Loire/ })
    expect(taken.hasAttribute('disabled')).toBe(true)
    expect(taken.textContent).toMatch(/Pris par «\sDéjà placé\s»/)
    const free = within(slot).getByRole('button', { name: /Salle Indre/ })
    await waitFor(() => expect(document.activeElement).toBe(free))
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toContain('Salle Indre')
    expect(document.activeElement).not.toBe(free)
    await user.keyboard('{ArrowUp}{Enter}')
    await waitFor(() => expect(input).toMatchObject({ topicId: 'mine', slotId: 'morning', spaceId: 'indre' }))
    expect(await screen.findByText(/5 personnes ont aussi choisi/)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Annuler' })).toBeDefined()
  })

  it('is a table where there is room, whose free cells can be pressed', async () => {
    const { user } = await show(market(), { isWide: true })
    const table = await screen.findByRole('table')
    expect(within(table).getByRole('columnheader', { name: /Salle Loire/ })).toBeDefined()
    expect(within(table).getByText(said('Déjà placé'))).toBeDefined()
    await user.click(within(table).getByRole('button', { name: /Placer un sujet ici.:.Salle Indre, 10:30/ }))
    const dialog = await screen.findByRole('dialog', { name: /Que placer ici/ })
    expect(within(dialog).getByRole('button', { name: /Mon sujet/ })).toBeDefined()
  })

  it('opens the dialog of the topic its address names', async () => {
    await show(market(), { at: '/forums/forum?placer=mine' })
    expect(await screen.findByRole('dialog', { name: said('Placer « Mon sujet »') })).toBeDefined()
  })

  it('says what the server refused, and keeps the topic where it was', async () => {
    const { user } = await show(market(), {
      answers: {
        PlaceTopic: () => ({
          errors: [{ code: 'CONFLICT', field: 'input.spaceId', message: 'Cet espace est déjà pris.' }],
        }),
      },
    })
    await user.click(await screen.findByRole('button', { name: said('Placer « Mon sujet »') }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getAllByRole('button', { name: /Salle Indre/ })[0]!)
    expect(await screen.findByText(said('Cet espace est déjà pris.'))).toBeDefined()
    expect(await screen.findByRole('button', { name: said('Placer « Mon sujet »') })).toBeDefined()
  })
})

describe('proposing', () => {
  it('asks for a title, sends what was written, and keeps it when the dialog is closed', async () => {
    let input: unknown
    const { user } = await show(market(), {
      answers: {
        ProposeTopic: (variables) => {
          input = variables.input
          return { proposeTopic: { __typename: 'ProposeTopicPayload', topic: topic({ id: 'new' }) } }
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: said('Proposer un sujet') }))
    await user.click(await screen.findByRole('button', { name: said('Épingler le sujet') }))
    expect((await screen.findAllByText(said('Donnez un titre au sujet'))).length).toBeGreaterThan(0)
    await user.type(screen.getByRole('textbox', { name: /Le sujet/ }), 'Une idée')
    await new Promise((resolve) => setTimeout(resolve, 500))
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: said('Proposer un sujet') }))
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: /Le sujet/ })
    await waitFor(() => expect(title.value).toBe('Une idée'))
    await user.click(screen.getByRole('button', { name: said('Épingler le sujet') }))
    await waitFor(() =>
      expect(input).toMatchObject({
        forumId: 'forum',
        title: 'Une idée',
        convene: true,
        intendedOutcome: 'EXCHANGE',
      }),
    )
  })
})
