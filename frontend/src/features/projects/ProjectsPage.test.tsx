import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoAxe, renderApp, stubClient } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { ProjectsPage } from './ProjectsPage'
import { around, samplePage, sampleProject } from './sampleProject'

type Asked = { filter: Record<string, unknown>; orderBy: string; after: string | null }

function server(projects: object[] = [sampleProject()], viewer: Record<string, unknown> = {}) {
  const asked: Asked[] = []
  const client = stubClient({
    ThemeOptions: around.ThemeOptions,
    CentreOptions: around.CentreOptions,
    CentreOption: { centre: { __typename: 'Centre', id: 'far', shortName: 'Au loin' } },
    Session: sessionAnswer(viewer),
    JointProjects: (variables) => {
      asked.push(variables as unknown as Asked)
      return { jointProjects: samplePage('JointProject', projects, { hasNextPage: true, endCursor: 'last' }) }
    },
  })
  return { client, asked }
}

const at = (search = '') => ({ path: '/projets', at: `/projets${search}` })
const title = 'Guide commun « associer les familles »'

describe('ProjectsPage', () => {
  it('shows each project with its lead, its signatures and what it asks of the reader', async () => {
    const { client } = server([
      sampleProject(),
      sampleProject({ id: 'long', title: 'x'.repeat(120), viewerPartnership: null, partnerCount: 0 }),
    ])
    const { container } = await renderApp(<ProjectsPage />, { client, ...at() })
    const card = (await screen.findByRole('link', { name: title })).closest('li')!
    await expectNoAxe(container)
    expect(within(card).getByRole('link', { name: 'Résovilles' })).toHaveProperty('pathname', '/centres/lead')
    expect(within(card).getByText('Aucune signature sur 2 partenaires')).toBeTruthy()
    expect(within(card).getByText('Votre signature est attendue')).toBeTruthy()
    expect(screen.getByText('Aucun partenaire')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Proposer un projet' })).toBeNull()
  })

  it('gives the reasons of a health, each leading to what clears it', async () => {
    const { user } = await renderApp(<ProjectsPage />, { client: server().client, ...at() })
    await user.click(await screen.findByRole('button', { name: /À surveiller.*pourquoi/ }))
    const reason = await screen.findByRole('link', { name: /2 engagements non signés/ })
    expect(reason.getAttribute('href')).toBe('/projets/project?onglet=engagements')
  })

  it('asks what the address says, and nothing that it does not know', async () => {
    const { client, asked } = server()
    await renderApp(<ProjectsPage />, {
      client,
      ...at(
        '?q=guide&etat=["RUNNING","NOWHERE"]&theme=theme&pilote=far&asigner=true&miens=true&ordre=ENDS&apres=c',
      ),
    })
    await screen.findByRole('link', { name: title })
    expect(asked.at(-1)).toMatchObject({
      filter: {
        search: 'guide',
        states: ['RUNNING'],
        themeId: 'theme',
        leadCentreId: 'far',
        centreId: null,
        toSignByCentreId: 'centre',
        mine: true,
        needsAttention: null,
      },
      orderBy: 'ENDS',
      after: 'c',
    })
    // A centre that is not among the first has its name all the same.
    expect(await screen.findByDisplayValue('Au loin')).toBeTruthy()
  })

  it('keeps filters, order, pages and the view in the address', async () => {
    const { client, asked } = server()
    const { user, address, container } = await renderApp(<ProjectsPage />, { client, ...at('?apres=c') })
    await screen.findByRole('link', { name: title })
    await user.click(screen.getByRole('switch', { name: 'Demandent attention' }))
    await waitFor(() => expect(asked.at(-1)).toMatchObject({ filter: { needsAttention: true }, after: null }))
    expect(address()).toBe('/projets?attention=true')
    await user.click(screen.getByRole('button', { name: 'Suivants' }))
    await waitFor(() => expect(asked.at(-1)!.after).toBe('last'))
    expect(address()).toContain('apres=last')
    await user.click(screen.getByRole('radio', { name: 'Tableau' }))
    const table = await screen.findByRole('table', { name: 'Projets' })
    expect(within(table).getByRole('rowheader', { name: title })).toBeTruthy()
    await expectNoAxe(container)
  })

  it('lets directors propose, and says what to do when there is nothing', async () => {
    const { client } = server([], { viewerCanDraftJointProject: true })
    await renderApp(<ProjectsPage />, { client, ...at() })
    expect(await screen.findByText('Aucun projet commun pour le moment')).toBeTruthy()
    for (const link of screen.getAllByRole('link', { name: 'Proposer un projet' }))
      expect(link.getAttribute('href')).toBe('/projets/nouveau')
  })
})
