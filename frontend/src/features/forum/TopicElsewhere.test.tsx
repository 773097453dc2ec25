import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe } from '@/test/render'
import { said } from './testForum'
import { page, show } from './testTopicPage'

vi.mock('@/app/live', () => ({ useLive: () => undefined }))

beforeEach(emptyStore)

describe('a topic elsewhere', () => {
  const merged = () =>
    page({
      state: 'MERGED',
      occurrence: null,
      occurrences: [],
      mergedInto: { __typename: 'Topic', id: 'into', title: 'Un parrainage' },
    })

  it('says into which other it went', async () => {
    await show(merged())
    const link = await screen.findByRole<HTMLAnchorElement>('link', { name: said('Un parrainage') })
    expect(link.getAttribute('href')).toContain('/sujets/into')
  })

  it('says which others came into it', async () => {
    const node = (id: string, state: string) => ({
      __typename: 'ThreadNode',
      kind: 'TOPIC',
      id,
      title: `Sujet ${id}`,
      state,
      at: '2026-11-20T09:00:00Z',
    })
    const { container } = await show(page(), {
      ObjectThread: {
        thread: {
          __typename: 'Thread',
          nodes: [node('other', 'MERGED'), node('topic', 'RUNNING')],
          edges: [{ __typename: 'ThreadEdge', from: 0, to: 1 }],
        },
      },
    })
    expect(await screen.findByText(said('Un autre sujet a été réuni à celui-ci'))).toBeDefined()
    await expectNoAxe(container)
  })

  it('is put off to a gathering that follows its own', async () => {
    let input: unknown
    const gathering = (id: string, startsOn: string) => ({
      __typename: 'Gathering',
      id,
      name: `Rencontre ${id}`,
      startsOn,
      endsOn: startsOn,
    })
    const { user } = await show(page({ viewerCanPostpone: true, viewerCanMerge: true }), {
      LaterGatherings: {
        gatherings: {
          __typename: 'GatheringConnection',
          nodes: [gathering('later', '2027-03-25'), gathering('earlier', '2026-03-25')],
        },
      },
      PostponeTopic: (variables) => {
        input = variables.input
        return {
          postponeTopic: { __typename: 'PostponeTopicPayload', topic: { ...page(), state: 'POSTPONED' } },
        }
      },
    })
    await user.click(await screen.findByRole('button', { name: said('Autres actions') }))
    await user.click(await screen.findByRole('menuitem', { name: said('Reporter à une autre rencontre…') }))
    const select = await screen.findByRole<HTMLSelectElement>('combobox', { name: /À quelle rencontre/ })
    expect([...select.options].map(({ value }) => value)).toEqual(['', 'later'])
    await user.click(screen.getByRole('button', { name: said('Reporter') }))
    expect((await screen.findAllByText(said('Choisissez une rencontre'))).length).toBeGreaterThan(0)
    await user.selectOptions(select, 'later')
    await user.click(screen.getByRole('button', { name: said('Reporter') }))
    await waitFor(() => expect(input).toMatchObject({ topicId: 'topic', version: 1, gatheringId: 'later' }))
  })

  it('is merged into another of its forum', async () => {
    let input: unknown
    const { user } = await show(page({ viewerCanMerge: true }), {
      MergeTargets: {
        topics: {
          __typename: 'TopicConnection',
          nodes: [
            { __typename: 'Topic', id: 'topic', title: 'Un tutorat entre régions', starCount: 3 },
            { __typename: 'Topic', id: 'into', title: 'Un parrainage', starCount: 9 },
          ],
        },
      },
      MergeTopic: (variables) => {
        input = variables.input
        return { mergeTopic: { __typename: 'MergeTopicPayload', topic: merged(), into: null } }
      },
    })
    await user.click(await screen.findByRole('button', { name: said('Autres actions') }))
    await user.click(await screen.findByRole('menuitem', { name: said('Fusionner dans un autre…') }))
    const box = await screen.findByRole('combobox', { name: /Dans quel sujet/ })
    await user.type(box, 'parr')
    const options = await screen.findAllByRole('option')
    expect(options).toHaveLength(1)
    await user.click(options[0]!)
    await user.click(screen.getByRole('button', { name: said('Fusionner') }))
    await waitFor(() => expect(input).toMatchObject({ topicId: 'topic', version: 1, intoId: 'into' }))
  })

  it('shows each session of one that is held several times', async () => {
    const other = {
      __typename: 'Occurrence',
      id: 'later',
      state: 'PLANNED',
      participantCount: 0,
      hereCount: 0,
      viewerCheckedIn: false,
      slot: {
        __typename: 'Slot',
        id: 'noon',
        startsAt: '2026-11-23T10:40:00Z',
        endsAt: '2026-11-23T11:40:00Z',
      },
      space: { __typename: 'Space', id: 'indre', name: 'Salle Indre' },
    }
    let input: unknown
    const base = page()
    const { user } = await show(
      page({
        viewerCanCheckIn: true,
        occurrences: [{ ...base.occurrence, participants: undefined, viewerCheckedIn: true }, other],
        occurrence: { ...base.occurrence, viewerCheckedIn: true },
      }),
      {
        CheckIn: (variables) => {
          input = variables.input
          return { checkIn: { __typename: 'CheckInPayload', topic: null } }
        },
      },
    )
    expect(await screen.findByText(said('Ses autres séances'))).toBeDefined()
    await user.click(screen.getByRole('button', { name: /Dire que je suis à la séance/ }))
    await waitFor(() => expect(input).toMatchObject({ topicId: 'topic', occurrenceId: 'later' }))
  })
})
