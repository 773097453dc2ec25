import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe, renderApp } from '@/test/render'
import { GroupPage } from './GroupPage'
import { sampleMilestone, samplePage, samplePerson, sampleUpdate } from './sampleGroup'
import { at, member, noting, server } from './testGroupPage'

afterEach(async () => {
  vi.unstubAllGlobals()
  await emptyStore()
})

describe('GroupPage', () => {
  it('says what the group is for, where it stands and why, and what comes next', async () => {
    const { client } = server()
    const { container } = await renderApp(<GroupPage />, { client, ...at() })
    expect(await screen.findByRole('heading', { level: 1, name: 'Clauses sociales' })).toBeTruthy()
    await screen.findByText('Cinq réponses sur huit.')
    await expectNoAxe(container)
    expect(screen.getByRole('button', { name: /À surveiller.*pourquoi/ })).toBeTruthy()
    expect(screen.getByRole('link', { name: /12 nov. 2026/ }).getAttribute('href')).toBe(
      '/groupes/group?onglet=jalons',
    )
    expect(screen.getByText(/a rejoint le groupe/)).toBeTruthy()
    expect(screen.queryByLabelText(/Où en est le groupe/)).toBeNull()
  })

  it.each(['jalons', 'membres', 'parcours'])('opens its face « %s » from the address', async (tab) => {
    const { client } = server({ viewerCanManageMilestones: true, viewerCanInvite: true })
    const { container } = await renderApp(<GroupPage />, { client, ...at(`?onglet=${tab}`) })
    await screen.findByRole('tab', { selected: true, name: /Jalons|Membres|Parcours/ })
    await waitFor(() => expect(screen.queryByText('Chargement…')).toBeNull())
    await expectNoAxe(container)
  })

  it('does not exist for who may not see it', async () => {
    const { client } = server({}, { Group: { workingGroup: null } })
    await renderApp(<GroupPage />, { client, ...at() })
    expect(await screen.findByText('Introuvable')).toBeTruthy()
  })

  it('takes an update in, and holds back what another has told meanwhile', async () => {
    const post = noting(({ text }) => {
      world.updates = [
        sampleUpdate({
          id: 'mine',
          text,
          createdAt: '2026-11-12T09:00:00Z',
          author: samplePerson('person', 'Nadia Berthelot'),
        }),
        sampleUpdate({ id: 'theirs', text: 'Pendant ce temps…', createdAt: '2026-11-11T09:00:00Z' }),
        ...world.updates,
      ]
      return {
        postUpdate: { __typename: 'PostUpdatePayload', update: { __typename: 'Update', id: 'mine' } },
      }
    })
    const { client, world } = server({ ...member, viewerCanPostUpdate: true }, { PostUpdate: post.answer })
    const { user } = await renderApp(<GroupPage />, { client, ...at() })
    await user.type(await screen.findByLabelText(/Où en est le groupe/), 'Deux de plus.')
    await user.click(screen.getByRole('radio', { name: 'À surveiller' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Deux de plus.', { selector: 'div' })).toBeTruthy()
    await waitFor(() => expect(post.inputs).toHaveLength(1))
    expect(post.inputs[0]).toMatchObject({
      workingGroupId: 'group',
      text: 'Deux de plus.',
      health: 'AT_RISK',
    })
    expect(screen.queryByText('Pendant ce temps…')).toBeNull()
    await user.click(await screen.findByRole('button', { name: '1 nouveauté' }))
    expect(await screen.findByText('Pendant ce temps…')).toBeTruthy()
  })

  it('keeps an update on the device without a network, and says that it waits', async () => {
    vi.stubGlobal('navigator', { ...navigator, onLine: false })
    const { client } = server(
      { ...member, viewerCanPostUpdate: true },
      {
        PostUpdate: () => {
          throw new Error('No network')
        },
      },
    )
    const { user } = await renderApp(<GroupPage />, { client, ...at() })
    const field = await screen.findByLabelText<HTMLTextAreaElement>(/Où en est le groupe/)
    await user.type(field, 'Écrit dans le train.')
    await user.click(screen.getByRole('button', { name: 'Publier' }))
    expect(await screen.findByText('Attend d’être envoyé')).toBeTruthy()
    expect(screen.getByText('Écrit dans le train.', { selector: 'div' })).toBeTruthy()
    await waitFor(() => expect(field.value).toBe(''))
  })

  it('gives the text back when the server refuses an update', async () => {
    const { client } = server(
      { ...member, viewerCanPostUpdate: true },
      { PostUpdate: () => ({ errors: [{ code: 'FORBIDDEN', message: 'Réservé aux membres.' }] }) },
    )
    const { user } = await renderApp(<GroupPage />, { client, ...at() })
    const field = await screen.findByLabelText<HTMLTextAreaElement>(/Où en est le groupe/)
    await user.type(field, 'Perdu ?')
    await user.click(screen.getByRole('button', { name: 'Publier' }))
    expect(await screen.findByText('Réservé aux membres.')).toBeTruthy()
    expect(field.value).toBe('Perdu ?')
  })

  it('corrects one’s own update, and shows both texts when it was corrected elsewhere', async () => {
    const correct = noting((_input, times) =>
      times === 1
        ? { errors: [{ code: 'CONFLICT', field: 'version', message: 'Quelqu’un a modifié ceci.' }] }
        : { correctUpdate: { __typename: 'CorrectUpdatePayload', update: sampleUpdate({ version: 3 }) } },
    )
    const { client, world } = server(member, {
      CorrectUpdate: correct.answer,
      StoredUpdates: {
        workingGroup: {
          __typename: 'WorkingGroup',
          id: 'group',
          updates: samplePage('Update', [sampleUpdate({ text: 'Depuis mon téléphone.', version: 2 })]),
        },
      },
    })
    world.updates = [sampleUpdate({ viewerCanCorrect: true })]
    const { user } = await renderApp(<GroupPage />, { client, ...at() })
    await user.click(await screen.findByRole('button', { name: 'Corriger' }))
    const field = await screen.findByRole('textbox', { name: /Point d’étape/ })
    await user.clear(field)
    await user.type(field, 'Depuis mon bureau.')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    const conflict = await screen.findByRole('dialog', { name: /modifié ce texte/ })
    expect(within(conflict).getByText('Depuis mon téléphone.')).toBeTruthy()
    expect(within(conflict).getByText('Depuis mon bureau.')).toBeTruthy()
    await user.click(within(conflict).getByRole('button', { name: 'Reprendre ma version' }))
    await user.click(await screen.findByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(correct.inputs).toHaveLength(2))
    expect(correct.inputs.map(({ version, text }) => [version, text])).toEqual([
      [1, 'Depuis mon bureau.'],
      [2, 'Depuis mon bureau.'],
    ])
  })

  it('offers the moves the server allows, and asks for the words they need', async () => {
    const abandon = noting(() => ({
      abandonWorkingGroup: {
        __typename: 'AbandonWorkingGroupPayload',
        workingGroup: {
          __typename: 'WorkingGroup',
          id: 'group',
          state: 'ABANDONED',
          version: 4,
          closingNote: '',
        },
      },
    }))
    const { client } = server(
      { viewerCanEdit: true, allowedTransitions: ['DORMANT', 'ABANDONED'] },
      { AbandonGroup: abandon.answer },
    )
    const { user } = await renderApp(<GroupPage />, { client, ...at() })
    await user.click(await screen.findByRole('button', { name: 'Gérer le groupe' }))
    expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).toEqual([
      'Modifier le groupe',
      'Mettre en sommeil',
      'Abandonner…',
      'Demander quelque chose',
    ])
    await user.click(screen.getByRole('menuitem', { name: 'Abandonner…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Abandonner le groupe' })
    const give = await within(dialog).findByRole('button', { name: 'Abandonner le groupe' })
    await user.click(give)
    expect((await within(dialog).findAllByText('Écrivez quelques mots')).length).toBeGreaterThan(0)
    expect(abandon.inputs).toEqual([])
    await user.type(within(dialog).getByLabelText(/Pourquoi/), 'Plus personne.')
    await user.click(give)
    await waitFor(() => expect(abandon.inputs[0]).toMatchObject({ version: 3, reason: 'Plus personne.' }))
  })

  it('shows an act that is not possible yet with what it needs', async () => {
    const { client } = server({ state: 'FORMING', viewerCanEdit: true, centreCount: 1 })
    await renderApp(<GroupPage />, { client, ...at() })
    const activate = await screen.findByRole<HTMLButtonElement>('button', { name: 'Mettre au travail' })
    expect(activate.disabled).toBe(true)
    expect(screen.getByText('Il faut d’abord des membres de deux centres.')).toBeTruthy()
  })

  it('lets the coordinator accept or decline a requested group', async () => {
    const accept = noting(() => ({
      acceptWorkingGroup: {
        __typename: 'AcceptWorkingGroupPayload',
        workingGroup: { __typename: 'WorkingGroup', id: 'group', state: 'FORMING', version: 4 },
      },
    }))
    const { client } = server(
      {
        state: 'REQUESTED',
        viewerCanJoin: false,
        viewerCanAccept: true,
        allowedTransitions: ['FORMING', 'DECLINED'],
      },
      { AcceptGroup: accept.answer },
    )
    const { user } = await renderApp(<GroupPage />, { client, ...at() })
    expect(await screen.findByText('Ce groupe attend votre accord')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Refuser…' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Accepter' }))
    await waitFor(() => expect(accept.inputs[0]).toMatchObject({ workingGroupId: 'group', version: 3 }))
  })

  it('leads a director from the group to a project that says where it comes from', async () => {
    const { client } = server({ viewerCanDraftJointProject: true })
    await renderApp(<GroupPage />, { client, ...at() })
    const link = await screen.findByRole('link', { name: 'Proposer un projet commun' })
    expect(link.getAttribute('href')).toBe('/projets/nouveau?origine=group')
  })

  it('adds, reaches and drops milestones', async () => {
    const add = noting(() => ({
      addMilestone: { __typename: 'AddMilestonePayload', milestone: sampleMilestone({ id: 'other' }) },
    }))
    const complete = noting(() => ({
      completeMilestone: {
        __typename: 'CompleteMilestonePayload',
        milestone: sampleMilestone({ state: 'DONE', version: 2 }),
      },
    }))
    const drop = noting(() => ({
      dropMilestone: {
        __typename: 'DropMilestonePayload',
        milestone: sampleMilestone({ state: 'DROPPED', version: 2 }),
      },
    }))
    const { client } = server(
      { viewerCanManageMilestones: true },
      { AddMilestone: add.answer, CompleteMilestone: complete.answer, DropMilestone: drop.answer },
    )
    const { user } = await renderApp(<GroupPage />, { client, ...at('?onglet=jalons') })
    await user.type(await screen.findByLabelText('Nouveau jalon'), 'Cahier des charges')
    await user.click(screen.getByRole('button', { name: 'Ajouter' }))
    await waitFor(() =>
      expect(add.inputs[0]).toMatchObject({
        workingGroupId: 'group',
        title: 'Cahier des charges',
        dueOn: null,
      }),
    )
    expect(screen.getByText('Dépassé')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Marquer atteint' }))
    await waitFor(() => expect(complete.inputs[0]).toMatchObject({ milestoneId: 'milestone', version: 1 }))
    await user.click(screen.getByRole('button', { name: /Actions pour le jalon/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Abandonner…' }))
    const dialog = await screen.findByRole('dialog', { name: 'Abandonner ce jalon' })
    await user.type(within(dialog).getByLabelText(/Pourquoi/), 'Hors sujet.')
    await user.click(within(dialog).getByRole('button', { name: 'Abandonner le jalon' }))
    await waitFor(() => expect(drop.inputs[0]).toMatchObject({ reason: 'Hors sujet.' }))
  })

  it('leads on from a merged group, and keeps the summary of a closed one in sight', async () => {
    const merged = server({
      state: 'MERGED',
      viewerCanJoin: false,
      mergedInto: { __typename: 'WorkingGroup', id: 'host', name: 'Outils communs' },
    })
    await renderApp(<GroupPage />, { client: merged.client, ...at() })
    expect((await screen.findByRole('link', { name: 'Aller au groupe' })).getAttribute('href')).toBe(
      '/groupes/host',
    )
    const closed = server({ state: 'CLOSED', viewerCanJoin: false, closingNote: 'Une fiche, huit pages.' })
    await renderApp(<GroupPage />, { client: closed.client, ...at(), language: 'en' })
    expect(await screen.findByRole('heading', { name: 'What the group has achieved' })).toBeTruthy()
    expect(await screen.findByText('Une fiche, huit pages.')).toBeTruthy()
  })
})
