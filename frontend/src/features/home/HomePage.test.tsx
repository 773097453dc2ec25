import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { HomePage } from './HomePage'

const page = (type: string, nodes: object[], hasNextPage = false) => ({
  __typename: `${type}Connection`,
  nodes,
  pageInfo: { __typename: 'PageInfo', hasNextPage },
  totalCount: nodes.length,
})

function event(id: string, at: string, verb: string, title: string) {
  return {
    __typename: 'Event',
    id,
    at,
    verb,
    from: null,
    to: null,
    excerpt: '',
    objectKind: 'TOPIC',
    objectId: `topic-${id}`,
    actor: { __typename: 'StaffMember', id: `actor-${id}`, name: 'Claire Montbrun' },
    object: { __typename: 'Topic', id: `topic-${id}`, title },
  }
}

const lastVisitAt = '2026-11-21T09:00:00Z'

function server({
  events = [
    event('2', '2026-11-22T09:00:00Z', 'TOPIC_TAKEN', 'Nouveau sujet'),
    event('1', '2026-11-20T09:00:00Z', 'TOPIC_PROPOSED', 'Ancien sujet'),
  ],
  live = [] as object[],
  mine = [] as object[],
  dates = [] as object[],
  more = {} as Record<string, StubAnswer>,
} = {}) {
  let visits = 0
  const client = stubClient({
    Home: {
      viewer: {
        __typename: 'Viewer',
        id: 'viewer',
        activeWorkingGroupCount: 12,
        attentionWorkingGroupCount: 0,
        runningJointProjectCount: 1,
        dates,
      },
      live: page('Gathering', live),
      mine: page('WorkingGroup', mine, mine.length > 0),
      ours: page('JointProject', []),
    },
    Tasks: { viewer: { __typename: 'Viewer', id: 'viewer', tasks: page('Task', []) } },
    Moved: { viewer: { __typename: 'Viewer', id: 'viewer', lastVisitAt, stream: page('Event', events) } },
    MarkVisit: () => {
      visits += 1
      return {
        markVisit: {
          __typename: 'MarkVisitPayload',
          viewer: { __typename: 'Viewer', id: 'viewer', lastVisitAt },
        },
      }
    },
    ...more,
  })
  return { client, visits: () => visits }
}

beforeEach(() => sessionStorage.clear())

describe('HomePage', () => {
  it('greets, tells the pulse of the network, and leads every figure to its list', async () => {
    const { client } = server()
    const { container } = await renderApp(<HomePage />, { client })
    expect(await screen.findByRole('heading', { level: 1, name: 'Bonjour Nadia' })).toBeTruthy()
    const working = await screen.findByRole('link', { name: '12 groupes au travail' })
    await screen.findByText(/Déjà là lors de votre dernière visite/)
    await expectNoAxe(container)
    expect(decodeURIComponent(working.getAttribute('href')!)).toBe('/groupes?etat=["ACTIVE"]')
    expect(screen.getByRole('link', { name: '1 projet en cours' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'aucun groupe qui demande attention' })).toBeTruthy()
  })

  it('cuts what moved where one last looked, and notes the visit once per session', async () => {
    const { client, visits } = server()
    const { unmount } = await renderApp(<HomePage />, { client })
    await screen.findByText(/Déjà là lors de votre dernière visite/)
    const lists = screen
      .getAllByRole('list')
      .map((list) => [list.getAttribute('aria-label'), list.textContent])
    const text = (label: string) => lists.find(([name]) => name === label)?.[1]
    expect(text('Nouveau depuis votre dernière visite')).toContain('Nouveau sujet')
    expect(text('Plus ancien')).toContain('Ancien sujet')
    unmount()
    await renderApp(<HomePage />, { client })
    await screen.findByText(/Déjà là lors de votre dernière visite/)
    expect(visits()).toBe(1)
  })

  it('says that nothing is new, or what to do so that something comes', async () => {
    const old = server({ events: [event('1', '2026-11-20T09:00:00Z', 'TOPIC_PROPOSED', 'Ancien sujet')] })
    const { unmount } = await renderApp(<HomePage />, { client: old.client })
    expect(await screen.findByText(/Rien de nouveau depuis votre dernière visite/)).toBeTruthy()
    unmount()
    const { client } = server({ events: [] })
    await renderApp(<HomePage />, { client, language: 'en' })
    expect(await screen.findByText('Nothing has moved yet')).toBeTruthy()
    expect(screen.getAllByRole('link', { name: 'See the groups' }).length).toBeGreaterThan(0)
  })

  it('puts a gathering that is going on before all else', async () => {
    const { client } = server({
      live: [
        {
          __typename: 'Gathering',
          id: 'gathering',
          name: 'Rencontre de Tours',
          city: 'Tours',
          startsOn: '2026-11-23',
          endsOn: '2026-11-24',
          forum: { __typename: 'Forum', id: 'forum', phase: 'MARKETPLACE' },
          openStage: { __typename: 'Stage', id: 'item' },
        },
      ],
    })
    await renderApp(<HomePage />, { client })
    expect(await screen.findByText(/Place du marché/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Aller au forum' }).getAttribute('href')).toBe('/forums/forum')
    expect(screen.getByRole('link', { name: 'Poser une question' }).getAttribute('href')).toBe('/scenes/item')
  })

  it('keeps my groups and my next dates beside', async () => {
    const { client } = server({
      mine: [
        {
          __typename: 'WorkingGroup',
          id: 'group',
          name: 'Outils communs',
          state: 'ACTIVE',
          health: 'ON_TRACK',
          healthFacts: [],
        },
      ],
      dates: [
        {
          __typename: 'DateEntry',
          on: '2026-12-28',
          kind: 'MILESTONE',
          title: 'Mode d’emploi',
          objectKind: 'WORKING_GROUP',
          objectId: 'group',
        },
      ],
    })
    await renderApp(<HomePage />, { client })
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'Outils communs' }).getAttribute('href')).toBe(
        '/groupes/group',
      ),
    )
    expect(screen.getByRole('link', { name: 'Mode d’emploi' }).getAttribute('href')).toBe('/groupes/group')
    expect(screen.getByRole('link', { name: 'Tous mes groupes' }).getAttribute('href')).toBe(
      '/groupes?miens=true',
    )
  })
})
