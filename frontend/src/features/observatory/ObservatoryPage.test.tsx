import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { ObservatoryPage } from './ObservatoryPage'

type Tie = readonly [a: string, b: string, facts: number, weight: number]

const names: Record<string, string> = { a: 'IREV', b: 'Labo Cités', c: 'ORIV', d: 'Résovilles' }
const tied = (id: string) => ({
  __typename: 'TiedCentre',
  centreId: id,
  name: `Centre ${names[id]}`,
  shortName: names[id],
  region: '11',
  latitude: 48.8,
  longitude: 2.3,
  tieCount: 1,
  weight: 3,
})
const pair = ([centreId, otherCentreId, factCount, weight]: Tie) => ({
  __typename: 'TiedPair',
  centreId,
  otherCentreId,
  factCount,
  weight,
})
const page = (type: string, nodes: object[], totalCount = nodes.length) => ({
  __typename: `${type}Connection`,
  nodes,
  totalCount,
  pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
})

function observatory(startsOn: string, endsOn: string, ties: readonly Tie[]) {
  const measures = Object.entries({
    CENTRES: [4, 4],
    TIED_CENTRES: [3, 3],
    ISOLATES: [1, 1],
    TIES: [2, 2],
    DENSITY: [0.33, 0.5],
    CROSS_REGION: [1, 1],
    NEW_TIES: [1, 0],
    LOST_TIES: [1, 0],
  })
  return {
    __typename: 'Observatory',
    startsOn,
    endsOn,
    workingGroupsByState: [
      { __typename: 'StateCount', state: 'FORMING', count: 2 },
      { __typename: 'StateCount', state: 'ACTIVE', count: 5 },
      { __typename: 'StateCount', state: 'CLOSED', count: 1 },
    ],
    jointProjectsByState: [{ __typename: 'StateCount', state: 'RUNNING', count: 3 }],
    centres: ['a', 'b', 'c'].map(tied),
    ties: ties.map(pair),
    measures: measures.map(([code, [value, before]]) => ({ __typename: 'Measure', code, value, before })),
    forums: [
      {
        __typename: 'ForumFates',
        forumId: 'nantes',
        gatheringId: 'g',
        name: 'Rencontre de Nantes',
        startsOn: '2019-06-25',
        fates: [
          { __typename: 'FateCount', fate: 'WITHDRAWN', count: 1 },
          { __typename: 'FateCount', fate: 'HELD', count: 2 },
          { __typename: 'FateCount', fate: 'COMPLETED', count: 3 },
        ],
      },
    ],
  }
}

const attention = {
  groups: page(
    'WorkingGroup',
    [
      {
        __typename: 'WorkingGroup',
        id: 'quiet',
        name: 'Pouvoir d’agir',
        state: 'ACTIVE',
        health: 'AT_RISK',
        healthFacts: [
          { __typename: 'HealthFact', code: 'OVERDUE_MILESTONES', since: '2026-10-19', count: 1 },
        ],
        lead: {
          __typename: 'Membership',
          id: 'm',
          staffMember: { __typename: 'StaffMember', id: 'malik', name: 'Malik Ouedraogo' },
        },
      },
    ],
    7,
  ),
  projects: page('JointProject', []),
}

const waiting = {
  signing: page('JointProject', [
    {
      __typename: 'JointProject',
      id: 'heat',
      title: 'Relevés de chaleur',
      partnerships: [
        {
          __typename: 'Partnership',
          id: 'p1',
          state: 'INVITED',
          invitedAt: null,
          centre: { __typename: 'Centre', id: 'c', shortName: 'ORIV' },
        },
        {
          __typename: 'Partnership',
          id: 'p2',
          state: 'ACCEPTED',
          invitedAt: null,
          centre: { __typename: 'Centre', id: 'a', shortName: 'IREV' },
        },
      ],
    },
  ]),
  unharvested: page('Topic', []),
}

function server(more: Record<string, StubAnswer> = {}) {
  const asked: Record<string, unknown>[] = []
  const client = stubClient({
    ThemeOptions: {
      themes: [{ __typename: 'Theme', id: 'theme', labelFr: 'Éducation', labelEn: 'Education' }],
    },
    Observatory: (variables) => {
      asked.push(variables)
      const { startsOn, endsOn } = variables.period as { startsOn: string; endsOn: string }
      return {
        observatory: observatory(startsOn, endsOn, [
          ['a', 'b', 3, 5],
          ['b', 'c', 1, 0.5],
        ]),
        centres: page(
          'Centre',
          ['a', 'b', 'c', 'd'].map((id, index) => ({
            __typename: 'Centre',
            id,
            name: `Centre ${names[id]}`,
            shortName: names[id],
            regions: [String(index)],
          })),
        ),
      }
    },
    TiesBefore: ({ period }) => {
      const { startsOn, endsOn } = period as { startsOn: string; endsOn: string }
      return {
        observatory: observatory(startsOn, endsOn, [
          ['a', 'b', 2, 4],
          ['a', 'c', 1, 1],
        ]),
      }
    },
    ObservatoryAttention: attention,
    ObservatoryWaiting: waiting,
    ...more,
  })
  return { client, asked }
}

const at = (search = '') => ({ path: '/observatoire', at: `/observatoire${search}` })
const period = '?du=2026-01-01&au=2026-06-30'

describe('ObservatoryPage', () => {
  it('gives figures that each open their list, and measures in a sentence with their change', async () => {
    const { client, asked } = server()
    const { container } = await renderApp(<ObservatoryPage />, { client, ...at(`${period}&theme=theme`) })
    const figures = await screen.findByRole('list', { name: 'En un coup d’œil' })
    await screen.findByRole('heading', { name: /Ce qui demande attention/ })
    await expectNoAxe(container)
    expect(asked.at(-1)).toEqual({
      period: { startsOn: '2026-01-01', endsOn: '2026-06-30' },
      themeId: 'theme',
    })
    expect(
      decodeURIComponent(
        within(figures)
          .getByRole('link', { name: /Groupes au travail/ })
          .getAttribute('href')!,
      ),
    ).toBe('/groupes?etat=["FORMING","ACTIVE"]&theme=theme')
    expect(decodeURIComponent(screen.getByRole('link', { name: /^En cours/ }).getAttribute('href')!)).toBe(
      '/projets?etat=["RUNNING"]&theme=theme',
    )
    const measures = screen.getByRole('list', { name: 'Ce que disent les mesures' })
    expect(within(measures).getByText('-17 points (50 % avant)')).toBeTruthy()
    expect(
      within(measures)
        .getByRole('link', { name: /Nouveaux liens/ })
        .getAttribute('href'),
    ).toContain('vue=tableau&liens=nouveaux#liens')
  })

  it('shows the same ties as a matrix and as a table, and what is new or lost', async () => {
    const { client } = server()
    const { user, container, address } = await renderApp(<ObservatoryPage />, {
      client,
      ...at(`${period}&vue=matrice`),
    })
    const cells = await screen.findAllByRole('link', { name: /IREV et Labo Cités.*3 faits/ })
    expect(cells[0]!.getAttribute('href')).toContain('a=a&b=b')
    await expectNoAxe(container)
    await user.click(screen.getByRole('tab', { name: /Tableau/ }))
    expect(address()).toContain('vue=tableau')
    const table = await screen.findByRole('table', { name: /Les liens, un par ligne/ })
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent),
    ).toEqual(['IREV et Labo Cités', 'Labo Cités et ORIV'])
    expect(within(table).getByText('Nouveau')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Perdus (1)' }))
    expect(await screen.findByText('Perdu')).toBeTruthy()
    expect(address()).toContain('liens=perdus')
    await expectNoAxe(container)
  })

  it('opens the facts behind a tie from the address, each with its link', async () => {
    const { client } = server({
      TieFacts: {
        tieFacts: page('TieFact', [
          {
            __typename: 'TieFact',
            id: 'f',
            kind: 'SAME_PROJECT',
            objectKind: 'JOINT_PROJECT',
            objectId: 'heat',
            title: 'Relevés de chaleur',
            startsOn: '2026-02-01',
            endsOn: null,
            weight: 3,
          },
        ]),
      },
    })
    const { user, address } = await renderApp(<ObservatoryPage />, { client, ...at(`${period}&a=b&b=a`) })
    const dialog = await screen.findByRole('dialog', { name: 'Ce qui lie Labo Cités et IREV' })
    const link = await within(dialog).findByRole('link', { name: 'Relevés de chaleur' })
    await expectNoAxe(dialog)
    expect(link.getAttribute('href')).toBe('/projets/heat')
    await user.click(within(dialog).getByRole('button', { name: 'Fermer' }))
    await waitFor(() => expect(address()).not.toContain('a=b'))
  })

  it('tells what became of the topics of a forum, and lists those behind each figure', async () => {
    const asked: Record<string, unknown>[] = []
    const { client } = server({
      TopicsByFate: ({ filter }) => {
        asked.push(filter as Record<string, unknown>)
        return {
          topics: page('Topic', [
            { __typename: 'Topic', id: 't', title: 'Cosoter', fate: 'COMPLETED', convener: null },
          ]),
        }
      },
      ObjectThread: { thread: null },
    })
    const first = await renderApp(<ObservatoryPage />, { client, ...at(period) })
    const flow = await screen.findByRole('list', { name: /Rencontre de Nantes/ })
    // Withdrawn ones were proposed; a completed one has gone through every step.
    expect(within(flow).getByRole('link', { name: /Sujets proposés\s*6/ })).toBeTruthy()
    expect(within(flow).getByRole('link', { name: /Séance tenue\s*5/ })).toBeTruthy()
    const step = within(flow)
      .getByRole('link', { name: /Récolte publiée\s*3/ })
      .getAttribute('href')!
    first.unmount()
    await renderApp(<ObservatoryPage />, { client, ...at(step.replace('/observatoire', '').split('#')[0]) })
    const dialog = await screen.findByRole('dialog', {
      name: /Rencontre de Nantes.*Récolte publiée, ou plus loin/,
    })
    expect((await within(dialog).findByRole('link', { name: 'Cosoter' })).getAttribute('href')).toBe(
      '/sujets/t',
    )
    expect(asked.at(-1)).toEqual({
      forumId: 'nantes',
      fates: ['HARVESTED', 'WORKING_GROUP', 'JOINT_PROJECT', 'COMPLETED'],
      themeId: null,
    })
  })

  it('says why things ask for attention, and lets the coordinator alone follow up', async () => {
    const sent: Record<string, unknown>[] = []
    const { client } = server({
      Session: sessionAnswer({ networkRole: 'COORDINATOR' }),
      FollowUp: ({ input }) => {
        sent.push(input as Record<string, unknown>)
        return { addTask: { __typename: 'AddTaskPayload', task: { __typename: 'Task', id: 'task' } } }
      },
    })
    const { user, unmount } = await renderApp(<ObservatoryPage />, { client, ...at(period) })
    const reason = await screen.findByRole('link', { name: /Un jalon dépassé/ })
    expect(reason.getAttribute('href')).toBe('/groupes/quiet?onglet=jalons')
    expect(screen.getByRole('link', { name: 'Voir les 7' }).getAttribute('href')).toBe(
      '/groupes?attention=true',
    )
    expect(screen.getByText('ORIV n’a pas encore signé')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Résovilles' }).getAttribute('href')).toBe('/centres/d')
    await user.click(screen.getByRole('button', { name: /Relancer Malik Ouedraogo/ }))
    await waitFor(() => expect(sent).toMatchObject([{ assigneeId: 'malik', subjectId: 'quiet' }]))
    unmount()
    await renderApp(<ObservatoryPage />, { client: server().client, ...at(period) })
    await screen.findByRole('link', { name: /Un jalon dépassé/ })
    expect(screen.queryByRole('button', { name: /Relancer/ })).toBeNull()
  })

  it('asks for no period that makes no sense, and says why', async () => {
    const { client, asked } = server()
    const { user, address } = await renderApp(<ObservatoryPage />, {
      client,
      ...at('?du=2026-06-01&au=2026-01-31'),
    })
    expect(await screen.findByText('La fin de la période vient après son début')).toBeTruthy()
    expect(asked).toEqual([])
    await user.selectOptions(screen.getByRole('combobox', { name: /Période/ }), '12 derniers mois')
    await waitFor(() => expect(asked).toHaveLength(1))
    expect(address()).toBe('/observatoire')
  })

  describe('exports', () => {
    const saved: { name: string; text: Promise<string> }[] = []
    beforeEach(() => {
      saved.length = 0
      let last: Blob
      vi.stubGlobal(
        'URL',
        Object.assign(URL, {
          createObjectURL: (blob: Blob) => {
            last = blob
            return 'blob:here'
          },
          revokeObjectURL: () => undefined,
        }),
      )
      vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
        saved.push({ name: this.download, text: last.text() })
      })
    })
    afterEach(() => vi.unstubAllGlobals())

    it('gives the matrix as a file of the period', async () => {
      const { client } = server()
      const { user } = await renderApp(<ObservatoryPage />, { client, ...at(period) })
      await user.click(await screen.findByRole('button', { name: 'Exporter' }))
      await user.click(await screen.findByRole('menuitem', { name: 'Matrice des liens (CSV)' }))
      await waitFor(() => expect(saved).toHaveLength(1))
      expect(saved[0]!.name).toBe('maillage-matrice-2026-01-01_2026-06-30.csv')
      // Reading a file as text takes its mark away; csv.test.ts holds that it is there.
      expect(await saved[0]!.text).toBe(
        [
          'Centre;Centre IREV;Centre Labo Cités;Centre ORIV',
          'Centre IREV;;3;0',
          'Centre Labo Cités;3;;1',
          'Centre ORIV;0;1;',
          '',
        ].join('\r\n'),
      )
    })

    it('reads what asks for attention to its end', async () => {
      const group = (id: string) => ({ ...attention.groups.nodes[0], id, name: `=Groupe ${id}` })
      const { client } = server({
        AttentionGroups: ({ after }) => ({
          workingGroups:
            after === null
              ? {
                  ...page('WorkingGroup', [group('1')]),
                  pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: 'one' },
                }
              : page('WorkingGroup', [group('2')]),
        }),
        AttentionProjects: { jointProjects: page('JointProject', []) },
      })
      const { user } = await renderApp(<ObservatoryPage />, { client, ...at(period) })
      await user.click(await screen.findByRole('button', { name: 'Exporter' }))
      await user.click(await screen.findByRole('menuitem', { name: /Ce qui demande attention/ }))
      await waitFor(() => expect(saved).toHaveLength(1))
      const text = await saved[0]!.text
      expect(text.split('\r\n')).toHaveLength(4)
      expect(text).toContain("Groupe;'=Groupe 1;Actif;Malik Ouedraogo;")
      expect(text).toContain("'=Groupe 2")
    })
  })
})
