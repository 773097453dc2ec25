import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoAxe, renderApp, stubClient } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { GroupsPage } from './GroupsPage'
import { sampleGroup, samplePage } from './sampleGroup'

const filters = {
  themes: [{ __typename: 'Theme', id: 'theme', labelFr: 'Emploi', labelEn: 'Work' }],
  centres: samplePage('Centre', [{ __typename: 'Centre', id: 'c', shortName: 'Labo Cités' }]),
  gatherings: samplePage('Gathering', [{ __typename: 'Gathering', id: 'g', name: 'Nantes' }]),
}

type Asked = { filter: Record<string, unknown>; orderBy: string; after?: string }

function server(groups: object[] = [sampleGroup()], more: Record<string, unknown> = {}) {
  const asked: Asked[] = []
  const client = stubClient({
    ListOptions: filters,
    GroupThemes: { themes: filters.themes },
    Groups: (variables) => {
      asked.push(variables as unknown as Asked)
      return {
        workingGroups: samplePage('WorkingGroup', groups, { hasNextPage: true, endCursor: 'last' }),
      }
    },
    ...(more as Record<string, never>),
  })
  return { client, asked }
}

const at = (search = '') => ({ path: '/groupes', at: `/groupes${search}` })

describe('GroupsPage', () => {
  it('shows every group with who carries it, how it does and what comes next', async () => {
    const { client } = server([sampleGroup(), sampleGroup({ id: 'long', name: 'x'.repeat(300), lead: null })])
    const { container } = await renderApp(<GroupsPage />, { client, ...at() })
    const card = (await screen.findByRole('link', { name: 'Clauses sociales' })).closest('li')!
    await expectNoAxe(container)
    expect(within(card).getByText('Malik Ouedraogo')).toBeTruthy()
    expect(within(card).getByText('8 membres, 7 centres')).toBeTruthy()
    expect(within(card).getByText(/12 nov. 2026 \(dépassé\)/)).toBeTruthy()
    expect(
      screen.getByText('Animation : Personne', { normalizer: (text) => text.replaceAll('\u00a0', ' ') }),
    ).toBeTruthy()
  })

  it('gives the reasons of a health, each leading to what clears it', async () => {
    const { client } = server()
    const { user } = await renderApp(<GroupsPage />, { client, ...at() })
    await user.click(await screen.findByRole('button', { name: /À surveiller.*pourquoi/ }))
    const reason = await screen.findByRole('link', { name: /Un jalon dépassé/ })
    expect(reason.getAttribute('href')).toBe('/groupes/group?onglet=jalons')
  })

  it('keeps what narrows and orders the list in the address, and begins again at the first page', async () => {
    const { client, asked } = server()
    const { user, address } = await renderApp(<GroupsPage />, { client, ...at('?apres=cursor') })
    await screen.findByRole('link', { name: 'Clauses sociales' })
    expect(asked.at(-1)).toMatchObject({ orderBy: 'LAST_ACTIVITY', after: 'cursor' })
    await user.click(screen.getByRole('switch', { name: 'Qui demandent attention' }))
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ filter: { needsAttention: true } }))
    expect(asked.at(-1)!.after).toBeUndefined()
    expect(address()).toBe('/groupes?attention=true')
    await user.click(screen.getByRole('button', { name: 'Suivants' }))
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ after: 'last' }))
    expect(address()).toContain('apres=last')
  })

  it('sets the same groups in a table, ordered by its headings', async () => {
    const { client, asked } = server()
    const { user, container, address } = await renderApp(<GroupsPage />, { client, ...at('?vue=tableau') })
    const table = await screen.findByRole('table', { name: 'Groupes de travail' })
    await expectNoAxe(container)
    expect(within(table).getByRole('rowheader', { name: 'Clauses sociales' })).toBeTruthy()
    await user.click(within(table).getByRole('button', { name: /Trier par Groupe/ }))
    await waitFor(() => expect(asked.at(-1)!.orderBy).toBe('NAME'))
    await user.click(screen.getByRole('radio', { name: 'Cartes' }))
    await waitFor(() => expect(address()).toBe('/groupes?ordre=NAME'))
  })

  it('says what to do when nothing is found, to each as they may', async () => {
    const { client } = server([])
    await renderApp(<GroupsPage />, { client, ...at('?q=zzz') })
    expect(await screen.findByText(/demandez un groupe/)).toBeTruthy()
    const reader = server([], { Session: sessionAnswer({ viewerCanRequestWorkingGroup: false }) })
    await renderApp(<GroupsPage />, { client: reader.client, ...at('?q=zzz'), language: 'en' })
    expect(await screen.findByText('Take a filter away to search wider.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Ask for a group' })).toBeNull()
  })

  it('asks for a new group, keeps what was typed, and shows what the server refuses beside its field', async () => {
    const inputs: Record<string, unknown>[] = []
    const { client } = server([sampleGroup()], {
      RequestGroup: ({ input }: { input: Record<string, unknown> }) => {
        inputs.push(input)
        return inputs.length === 1
          ? { errors: [{ code: 'INVALID', field: 'input.name', message: 'Ce nom est déjà pris.' }] }
          : {
              requestWorkingGroup: {
                __typename: 'RequestWorkingGroupPayload',
                workingGroup: { __typename: 'WorkingGroup', id: 'new' },
              },
            }
      },
    })
    const { user, address } = await renderApp(<GroupsPage />, { client, ...at() })
    await user.click(screen.getByRole('button', { name: 'Demander un groupe' }))
    const dialog = await screen.findByRole('dialog', { name: 'Demander un groupe de travail' })
    await user.click(await within(dialog).findByRole('button', { name: 'Envoyer la demande' }))
    expect((await within(dialog).findAllByText('Donnez un nom au groupe')).length).toBeGreaterThan(0)
    await user.type(within(dialog).getByLabelText(/Nom du groupe/), 'Mobilités')
    await user.type(within(dialog).getByLabelText(/À quoi sert-il/), 'Aller et venir.')
    await user.click(await within(dialog).findByRole('checkbox', { name: 'Emploi' }))
    await user.click(within(dialog).getByRole('button', { name: 'Envoyer la demande' }))
    expect((await within(dialog).findAllByText('Ce nom est déjà pris.')).length).toBeGreaterThan(0)
    await user.click(within(dialog).getByRole('button', { name: 'Envoyer la demande' }))
    await waitFor(() => expect(address()).toBe('/groupes/new'))
    expect(inputs[1]).toMatchObject({
      name: 'Mobilités',
      purpose: 'Aller et venir.',
      admission: 'OPEN',
      themeIds: ['theme'],
    })
  })
})
