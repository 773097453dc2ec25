import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe } from '@/test/render'
import type { Forum } from './forum'
import { forum, placed, said, topic } from './testForum'
import { market, show } from './testForumPage'

vi.mock('@/app/live', () => ({ useLive: () => {} }))

beforeEach(emptyStore)

describe('the spotlight', () => {
  const speaking = (changes: Partial<Forum> = {}) =>
    forum({
      topics: [
        topic({ id: 'lit', title: 'Le premier', starCount: 12, viewerCanPitch: true }),
        topic({ id: 'next', title: 'Le suivant' }),
      ],
      spotlight: { __typename: 'Topic', id: 'lit' } as never,
      ...changes,
    })
  const payload = (id: string | null) => ({
    __typename: 'SpotlightTopicPayload',
    forum: {
      __typename: 'Forum',
      id: 'forum',
      spotlight: id === null ? null : { __typename: 'Topic', id },
    },
  })

  it('shows everyone who speaks, and who comes next', async () => {
    const { container } = await show(speaking())
    const light = await screen.findByRole('region', { name: said('À la parole') })
    expect(within(light).getByRole('heading', { name: said('Le premier') })).toBeDefined()
    expect(light.textContent).toMatch(/Ensuite\s: «\sLe suivant\s»/)
    expect(within(light).queryByRole('button', { name: said('Passer au suivant') })).toBeNull()
    await expectNoAxe(container)
  })

  it('goes to the next by whoever facilitates, and can be put out', async () => {
    const inputs: object[] = []
    let lit: string | null = 'lit'
    const { user } = await show(speaking({ viewerCanSpotlight: true }), {
      answers: {
        ForumWall: () => ({
          forum: speaking({ viewerCanSpotlight: true, spotlight: payload(lit).forum.spotlight as never }),
        }),
        SpotlightTopic: (variables) => {
          inputs.push(variables.input as object)
          lit = (variables.input as { topicId: string | null }).topicId
          return { spotlightTopic: payload((variables.input as { topicId: string | null }).topicId) }
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: said('Passer au suivant') }))
    await waitFor(() => expect(inputs[0]).toMatchObject({ forumId: 'forum', topicId: 'next' }))
    expect(await screen.findByText(/Ensuite\s: «\sLe premier\s»/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: said("Personne n'a plus la parole") }))
    await waitFor(() => expect(inputs[1]).toMatchObject({ topicId: null }))
    expect(await screen.findByRole('button', { name: /Donner la parole à/ })).toBeDefined()
  })
})

describe('a timetable', () => {
  const placement = (topicId: string, isNew: boolean, changes: object = {}) => ({
    __typename: 'TimetablePlacement',
    topicId,
    slotId: 'noon',
    spaceId: isNew ? 'indre' : 'loire',
    isNew,
    interested: 9,
    free: 7,
    torn: 2,
    seatsShort: 1,
    rivalId: isNew ? 'stands' : 'waits',
    ...changes,
  })
  const proposal = () => ({
    proposeTimetable: {
      __typename: 'TimetableProposal',
      version: 4,
      losses: 2,
      lossesNow: 9,
      lossesInOrder: 5,
      unplacedTopicIds: ['left'],
      placements: [placement('stands', false), placement('waits', true)],
    },
  })
  const state = () =>
    forum({
      viewerCanProposeTimetable: true,
      topics: [
        placed('noon', 'loire', { id: 'stands', title: 'Déjà là' }),
        topic({ id: 'waits', title: 'En attente', state: 'PITCHED' }),
        topic({ id: 'left', title: 'Sans place', state: 'PITCHED' }),
      ],
    })

  it('is explained before it is applied, and takes what is new only', async () => {
    let input: unknown
    const { user, container } = await show(state(), {
      answers: {
        Timetable: proposal,
        ApplyTimetable: (variables) => {
          input = variables.input
          return { applyTimetable: { __typename: 'ApplyTimetablePayload', forum: state() } }
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: said('Proposer une grille') }))
    const dialog = await screen.findByRole('dialog', { name: said('Une grille proposée') })
    const fresh = (await within(dialog).findByText(said('Nouveau'))).closest('li')!
    expect(fresh.textContent).toContain('En attente')
    expect(fresh.textContent).toMatch(/9\spersonnes intéressées\s: 7\slibres/)
    expect(fresh.textContent).toMatch(/2\sdevront choisir, surtout avec «\sDéjà là\s»/)
    expect(fresh.textContent).toMatch(/Il manque 1\splace/)
    expect(within(dialog).getByText(said('Sans place'))).toBeDefined()
    await expectNoAxe(container)
    expect(input).toBeUndefined()
    await user.click(within(dialog).getByRole('button', { name: said('Appliquer la grille') }))
    await waitFor(() =>
      expect(input).toMatchObject({
        forumId: 'forum',
        version: 4,
        placements: [{ topicId: 'waits', slotId: 'noon', spaceId: 'indre' }],
      }),
    )
    expect(await screen.findByText(said('1 sujet est placé'))).toBeDefined()
  })

  it('is asked for again when the board has changed meanwhile', async () => {
    let asked = 0
    const { user } = await show(state(), {
      answers: {
        Timetable: () => {
          asked += 1
          return proposal()
        },
        ApplyTimetable: () => ({
          errors: [{ code: 'CONFLICT', field: 'input.placements', message: 'Le tableau a changé.' }],
        }),
      },
    })
    await user.click(await screen.findByRole('button', { name: said('Proposer une grille') }))
    await user.click(await screen.findByRole('button', { name: said('Appliquer la grille') }))
    await waitFor(() => expect(asked).toBe(2))
    expect(await screen.findByText(/voici une nouvelle proposition/)).toBeDefined()
  })

  it('is offered to nobody else', async () => {
    await show(market())
    await screen.findByText(said('Mon sujet'))
    expect(screen.queryByRole('button', { name: said('Proposer une grille') })).toBeNull()
    expect(screen.queryByRole('button', { name: said('Réglages du forum') })).toBeNull()
  })
})

describe('the settings', () => {
  const mine = (changes: Partial<Forum> = {}) =>
    forum({ viewerCanEdit: true, viewerCanEditDots: true, viewerCanEditSlots: true, ...changes })

  it('change the terms, with the version that was seen', async () => {
    let input: unknown
    const { user, container } = await show(mine(), {
      answers: {
        PickPeople: { staffMembers: { __typename: 'StaffMemberConnection', nodes: [] } },
        EditForum: (variables) => {
          input = variables.input
          return { editForum: { __typename: 'EditForumPayload', forum: mine({ version: 5 }) } }
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: said('Réglages du forum') }))
    const dialog = await screen.findByRole('dialog')
    const dots = await within(dialog).findByRole('textbox', { name: /Gommettes par personne/ })
    await user.clear(dots)
    await user.click(within(dialog).getByRole('button', { name: said('Enregistrer') }))
    expect((await within(dialog).findAllByText(said('De 1 à 50 gommettes'))).length).toBeGreaterThan(0)
    await user.type(dots, '3')
    await user.type(within(dialog).getByRole('textbox', { name: /Gommettes par centre/ }), '12')
    await expectNoAxe(container)
    await user.click(within(dialog).getByRole('button', { name: said('Enregistrer') }))
    await waitFor(() =>
      expect(input).toMatchObject({
        forumId: 'forum',
        version: 4,
        facilitatorId: 'claire',
        dotsPerPerson: 3,
        dotsPerCentre: 12,
      }),
    )
  })

  it('add a slot in the time of the place', async () => {
    let input: unknown
    const { user } = await show(mine(), {
      answers: {
        PickPeople: { staffMembers: { __typename: 'StaffMemberConnection', nodes: [] } },
        AddSlot: (variables) => {
          input = variables.input
          return { addSlot: { __typename: 'AddSlotPayload', forum: mine() } }
        },
      },
    })
    await user.click(await screen.findByRole('button', { name: said('Réglages du forum') }))
    await user.click(await screen.findByRole('button', { name: said('Ajouter un créneau') }))
    const slot = await screen.findByRole('form', { name: said('Ajouter un créneau') })
    await user.type(within(slot).getByRole('textbox', { name: /Nom du créneau/ }), 'Dernier temps')
    await user.type(within(slot).getByLabelText(/^De/), '14:00')
    await user.type(within(slot).getByLabelText(/^À/), '13:00')
    await user.click(within(slot).getByRole('button', { name: said('Enregistrer le créneau') }))
    expect((await within(slot).findAllByText(said('La fin doit suivre le début'))).length).toBeGreaterThan(0)
    await user.clear(within(slot).getByLabelText(/^À/))
    await user.type(within(slot).getByLabelText(/^À/), '15:00')
    await user.click(within(slot).getByRole('button', { name: said('Enregistrer le créneau') }))
    await waitFor(() =>
      expect(input).toMatchObject({
        forumId: 'forum',
        label: 'Dernier temps',
        startsAt: '2026-11-23T13:00:00.000Z',
        endsAt: '2026-11-23T14:00:00.000Z',
      }),
    )
  })
})

describe('what was put off to this gathering', () => {
  it('is proposed here with where it comes from', async () => {
    let input: unknown
    const { user } = await show(market(), {
      answers: {
        PostponedTopics: {
          topics: {
            __typename: 'TopicConnection',
            nodes: [
              {
                __typename: 'Topic',
                id: 'put-off',
                title: 'Écouter autrement',
                description: 'Reprenons.',
                intendedOutcome: 'WORKING_GROUP',
                themes: [],
                forum: {
                  __typename: 'Forum',
                  id: 'before',
                  gathering: { __typename: 'Gathering', id: 'earlier', name: 'Rencontre de Strasbourg' },
                },
                resumedAs: null,
              },
            ],
            pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          },
        },
        ProposeTopic: (variables) => {
          input = variables.input
          return { proposeTopic: { __typename: 'ProposeTopicPayload', topic: topic({ id: 'again' }) } }
        },
      },
    })
    expect(await screen.findByText(said('Reporté de Rencontre de Strasbourg'))).toBeDefined()
    await user.click(screen.getByRole('button', { name: said('Proposer ici « Écouter autrement »') }))
    const title = await screen.findByRole<HTMLInputElement>('textbox', { name: /Le sujet/ })
    expect(title.value).toBe('Écouter autrement')
    await user.click(screen.getByRole('button', { name: said('Épingler le sujet') }))
    await waitFor(() => expect(input).toMatchObject({ originId: 'put-off', title: 'Écouter autrement' }))
  })
})
