import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { ProjectPage } from './ProjectPage'
import { around, own, samplePage, samplePart, sampleProject, sampleTerms, signed } from './sampleProject'

type Project = ReturnType<typeof sampleProject>

/** A server whose project the test may change, and that remembers what it was sent. */
function server(first: Project, more: Record<string, StubAnswer> = {}) {
  const state = { project: first as object | null, sent: [] as Record<string, unknown>[] }
  const client = stubClient({
    ...around,
    JointProject: () => ({ jointProject: state.project }),
    StatusReports: () => ({
      jointProject: { ...state.project, statusReports: samplePage('StatusReport', []) },
    }),
    LastStatusReport: () => ({ jointProject: { ...state.project, lastStatusReport: null } }),
    ProjectJournal: () => ({ jointProject: { ...state.project, events: samplePage('Event', []) } }),
    ...Object.fromEntries(
      Object.entries(more).map(([name, answer]) => [
        name,
        (variables: Record<string, unknown>) => {
          if (variables.input) state.sent.push(variables.input as Record<string, unknown>)
          return typeof answer === 'function' ? answer(variables) : answer
        },
      ]),
    ),
  })
  return { client, state }
}

const at = (tab = '') => ({ path: '/projets/$projectId', at: `/projets/project${tab}` })
const asLead = {
  viewerCanEdit: true,
  viewerCanManagePartners: true,
  viewerCanManageTeam: true,
  viewerPartnership: { __typename: 'Partnership', id: 'lead-part' },
  allowedTransitions: ['ABANDONED'],
}
const row = (name: string) => screen.getByRole('heading', { level: 3, name }).closest('li')!

describe('ProjectPage', () => {
  it('says who leads, what each centre signed and by whom, and where it comes from', async () => {
    const { client } = server(sampleProject())
    const { container } = await renderApp(<ProjectPage />, { client, ...at() })
    await screen.findByRole('heading', { level: 1 })
    await screen.findByRole('list', { name: /Le fil/ })
    await expectNoAxe(container)
    expect(within(row('Résovilles')).getByText('Signé par Farida Benhaddou le 5 déc. 2025')).toBeTruthy()
    expect(within(row('ORIV votre centre')).getByText('Charge signée sur ces mois : 15 jours')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Familles et école' }).getAttribute('href')).toBe(
      '/groupes/group',
    )
    // Nothing that is not this reader's to do.
    expect(screen.queryByRole('button', { name: 'Engager le projet' })).toBeNull()
    expect(screen.queryByRole('button', { name: /Actions sur la part/ })).toBeNull()
    expect(within(row('Labo Cités')).queryByRole('button', { name: 'Signer' })).toBeNull()
  })

  it('shows exactly what is signed, with the load, and signs that version', async () => {
    const { client, state } = server(sampleProject(), {
      SignCommitment: { signCommitment: { __typename: 'SignCommitmentPayload', jointProject: null } },
    })
    const { user } = await renderApp(<ProjectPage />, { client, ...at() })
    await user.click((await screen.findAllByRole('button', { name: 'Signer' }))[0]!)
    const dialog = await screen.findByRole('dialog')
    await expectNoAxe(dialog)
    expect(within(dialog).getByText('10 jours')).toBeTruthy()
    expect(within(dialog).getByText(/a déjà signé 15 jours.*Avec cet engagement.*25 jours/)).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Signer la version 1' }))
    await waitFor(() =>
      expect(state.sent).toMatchObject([{ partnershipId: 'own-part', commitmentVersion: 1 }]),
    )
    expect(await screen.findByText('L’engagement de ORIV est signé')).toBeTruthy()
  })

  it('signs nothing unread: a change meanwhile shows both versions first', async () => {
    const changed = samplePart('own-part', {
      centre: own,
      viewerCanSign: true,
      terms: [sampleTerms({ version: 2, personDays: 25 }), sampleTerms()],
    })
    const start = sampleProject()
    const { client, state } = server(start, {
      SignCommitment: ({ input }) => {
        const { commitmentVersion } = input as { commitmentVersion: number }
        if (commitmentVersion === 2)
          return { signCommitment: { __typename: 'SignCommitmentPayload', jointProject: null } }
        state.project = {
          ...start,
          partnerships: start.partnerships.map((part) => (part.id === 'own-part' ? changed : part)),
        }
        return {
          errors: [{ code: 'CONFLICT', field: 'input.commitmentVersion', message: 'L’engagement a changé.' }],
        }
      },
    })
    const { user } = await renderApp(<ProjectPage />, { client, ...at() })
    await user.click((await screen.findAllByRole('button', { name: 'Signer' }))[0]!)
    await user.click(await screen.findByRole('button', { name: 'Signer la version 1' }))
    const both = await screen.findByRole('table', { name: /côte à côte/ })
    const days = within(both).getByRole('rowheader', { name: 'Jours de travail' }).closest('tr')!
    expect(within(days).getByText('10 jours')).toBeTruthy()
    expect(within(days).getByText('25 jours')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Signer la version/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'J’ai lu la version 2' }))
    await user.click(await screen.findByRole('button', { name: 'Signer la version 2' }))
    await waitFor(() => expect(state.sent.map(({ commitmentVersion }) => commitmentVersion)).toEqual([1, 2]))
  })

  it('declines with a reason, which may not be missing', async () => {
    const { client, state } = server(sampleProject(), {
      DeclineCommitment: {
        declineCommitment: { __typename: 'DeclineCommitmentPayload', jointProject: null },
      },
    })
    const { user } = await renderApp(<ProjectPage />, { client, ...at() })
    await user.click((await screen.findAllByRole('button', { name: 'Décliner' }))[0]!)
    await user.click(await screen.findByRole('button', { name: 'Décliner l’engagement' }))
    expect((await screen.findAllByText('Donnez la raison')).length).toBeGreaterThan(0)
    expect(state.sent).toEqual([])
    await user.type(screen.getByLabelText(/Raison/), 'Équipe réduite')
    await user.click(screen.getByRole('button', { name: 'Décliner l’engagement' }))
    await waitFor(() =>
      expect(state.sent).toMatchObject([{ partnershipId: 'own-part', reason: 'Équipe réduite' }]),
    )
  })

  it('says why the lead cannot commit yet, and lets it once enough have signed', async () => {
    const few = sampleProject({ ...asLead, signedCount: 1 })
    const { client } = server(few)
    const { unmount } = await renderApp(<ProjectPage />, { client, ...at() })
    const button = await screen.findByRole('button', { name: 'Engager le projet' })
    expect(button).toHaveProperty('disabled', true)
    expect(screen.getByText('Il manque une signature (1 sur 2)')).toBeTruthy()
    unmount()
    const enough = sampleProject({
      ...asLead,
      signedCount: 2,
      viewerCanCommit: true,
      allowedTransitions: ['COMMITTED', 'ABANDONED'],
    })
    const { client: next, state } = server(enough, {
      CommitJointProject: {
        commitJointProject: { __typename: 'CommitJointProjectPayload', jointProject: null },
      },
    })
    const { user } = await renderApp(<ProjectPage />, { client: next, ...at() })
    await user.click(await screen.findByRole('button', { name: 'Engager le projet' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/2 centres n’ont pas répondu/)).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Engager le projet' }))
    await waitFor(() => expect(state.sent).toMatchObject([{ jointProjectId: 'project', version: 3 }]))
  })

  it('shows before it is sent what each centre will be asked to sign', async () => {
    const draft = sampleProject({
      ...asLead,
      state: 'DRAFT',
      viewerCanSend: true,
      allowedTransitions: ['CONSULTATION', 'ABANDONED'],
      health: 'UNKNOWN',
      healthFacts: [],
    })
    const { client, state } = server(draft, {
      SendJointProject: { sendJointProject: { __typename: 'SendJointProjectPayload', jointProject: null } },
    })
    const { user } = await renderApp(<ProjectPage />, { client, ...at() })
    await user.click(await screen.findByRole('button', { name: 'Envoyer aux centres' }))
    const dialog = await screen.findByRole('dialog')
    await expectNoAxe(dialog)
    for (const name of ['Résovilles', 'ORIV', 'Labo Cités'])
      expect(within(dialog).getByRole('heading', { name })).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Envoyer aux centres' }))
    await waitFor(() => expect(state.sent).toMatchObject([{ jointProjectId: 'project', version: 3 }]))
  })

  it('does not send a draft without a partner, and says why', async () => {
    const draft = sampleProject({ ...asLead, state: 'DRAFT' })
    const { client } = server({ ...draft, partnerships: draft.partnerships.slice(0, 1) })
    await renderApp(<ProjectPage />, { client, ...at() })
    expect(await screen.findByRole('button', { name: 'Envoyer aux centres' })).toHaveProperty(
      'disabled',
      true,
    )
    expect(screen.getByText('Ajoutez d’abord un centre partenaire ou contributeur')).toBeTruthy()
  })

  it('loses neither text when two people rewrite the proposal at once', async () => {
    const start = sampleProject(asLead)
    const { client, state } = server(start, {
      EditJointProject: ({ input }) => {
        if ((input as { version: number }).version === 4)
          return { editJointProject: { __typename: 'EditJointProjectPayload', jointProject: null } }
        state.project = { ...start, title: 'Le titre de l’autre', version: 4 }
        return { errors: [{ code: 'CONFLICT', field: 'version', message: 'Ce projet a changé.' }] }
      },
    })
    const { user } = await renderApp(<ProjectPage />, { client, ...at() })
    await user.click(await screen.findByRole('button', { name: 'Autres actions sur le projet' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Modifier la proposition' }))
    const title = await screen.findByLabelText(/Titre du projet/)
    await user.clear(title)
    await user.type(title, 'Mon titre')
    await user.click(screen.getByRole('button', { name: 'Enregistrer les changements' }))
    expect(await screen.findByText(/Le titre de l’autre/, { selector: 'div' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Reprendre ma version' }))
    await user.click(await screen.findByRole('button', { name: 'Enregistrer les changements' }))
    await waitFor(() =>
      expect(state.sent).toMatchObject([
        { version: 3, title: 'Mon titre' },
        { version: 4, title: 'Mon titre' },
      ]),
    )
  })

  it('asks for the explanation of a health that is not good', async () => {
    const running = sampleProject({ state: 'RUNNING', viewerCanPostStatusReport: true })
    const { client, state } = server(running, {
      PostStatusReport: { postStatusReport: { __typename: 'PostStatusReportPayload', jointProject: null } },
    })
    const { user, container } = await renderApp(<ProjectPage />, { client, ...at('?onglet=points') })
    expect(await screen.findByText('Aucun point de situation pour le moment')).toBeTruthy()
    await expectNoAxe(container)
    await user.click(screen.getAllByRole('button', { name: 'Publier un point de situation' })[0]!)
    await user.click(await screen.findByRole('radio', { name: 'En difficulté' }))
    await user.type(screen.getByLabelText(/Ce qui a été fait/), 'Les ateliers')
    await user.click(screen.getByRole('button', { name: 'Publier' }))
    expect(
      (await screen.findAllByText('Expliquez pourquoi le projet n’est pas en bonne voie')).length,
    ).toBeGreaterThan(0)
    await user.type(screen.getByLabelText(/Pourquoi/), 'Le local manque')
    await user.click(screen.getByRole('button', { name: 'Publier' }))
    await waitFor(() =>
      expect(state.sent).toMatchObject([
        { health: 'OFF_TRACK', explanation: 'Le local manque', periodStartsOn: '2026-01-01' },
      ]),
    )
  })

  it('tells that a centre has to confirm again, and what moved since it signed', async () => {
    const moved = samplePart('own-part', {
      centre: own,
      state: 'TO_RECONFIRM',
      viewerCanSign: true,
      centreLoad: 15,
      terms: [sampleTerms({ version: 2, personDays: 25 }), sampleTerms(signed)],
    })
    const start = sampleProject({ state: 'RUNNING' })
    const { client } = server({
      ...start,
      partnerships: start.partnerships.map((part) => (part.id === 'own-part' ? moved : part)),
    })
    const { user } = await renderApp(<ProjectPage />, { client, ...at() })
    expect(await screen.findByText('ORIV doit reconfirmer sa part')).toBeTruthy()
    await user.click(screen.getAllByRole('button', { name: 'Reconfirmer' })[0]!)
    expect(await screen.findByText('Depuis la version 1, que votre centre a signée')).toBeTruthy()
    // What is signed already for this project is replaced by what is asked, not added to it.
    expect(screen.getByText(/a déjà signé 5 jours.*Avec cet engagement.*30 jours/)).toBeTruthy()
  })

  it('opens its team and its journal from the address, and says what does not exist', async () => {
    const { client, state } = server(sampleProject({ viewerCanManageTeam: true, viewerCanEdit: true }))
    const { container, unmount } = await renderApp(<ProjectPage />, { client, ...at('?onglet=equipe') })
    expect(await screen.findByRole('link', { name: 'Thierry Kervadec' })).toBeTruthy()
    await expectNoAxe(container)
    // The last lead can neither be made a member nor leave.
    expect(screen.queryByRole('button', { name: 'Actions sur Thierry Kervadec' })).toBeNull()
    unmount()
    state.project = null
    const { client: empty } = { client: server(null as never).client }
    await renderApp(<ProjectPage />, { client: empty, ...at() })
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Introuvable')
  })
})
