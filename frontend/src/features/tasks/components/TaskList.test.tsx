import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { TaskList } from './TaskList'

const me = { __typename: 'StaffMember', id: 'person', name: 'Nadia Berthelot' }

function task(changes: Record<string, unknown> = {}) {
  return {
    __typename: 'Task',
    id: 'task',
    kind: 'BY_HAND',
    title: 'Relire la charte',
    dueOn: '2026-11-29',
    overdue: false,
    createdAt: '2026-11-01T09:00:00Z',
    viewerCanComplete: true,
    viewerCanDrop: true,
    author: { __typename: 'StaffMember', id: 'perrine', name: 'Perrine Dupuis' },
    assignee: me,
    subject: null,
    ...changes,
  }
}

/** What the system asks: it closes itself once it is answered. */
const asked = (kind: string, subject: Record<string, unknown>, changes: Record<string, unknown> = {}) =>
  task({
    id: kind,
    kind,
    title: '',
    dueOn: null,
    author: null,
    viewerCanComplete: false,
    viewerCanDrop: false,
    subject,
    ...changes,
  })

const group = (changes: Record<string, unknown> = {}) => ({
  __typename: 'WorkingGroup',
  id: 'group',
  name: 'Outils communs',
  admission: 'ON_APPROVAL',
  version: 3,
  centreCount: 1,
  lead: { __typename: 'Membership', id: 'lead' },
  allowedTransitions: [],
  viewerCanAccept: true,
  viewerCanJoin: true,
  viewerCanLeave: true,
  ...changes,
})

const project = (changes: Record<string, unknown> = {}) => ({
  __typename: 'JointProject',
  id: 'project',
  title: 'Relevés de chaleur',
  version: 2,
  viewerCanCommit: true,
  projectMoves: [],
  ...changes,
})

function server(tasks: object[], more: Record<string, StubAnswer> = {}) {
  const inputs: Record<string, unknown>[] = []
  const note =
    (field: string, answer: object) =>
    ({ input }: Record<string, unknown>) => {
      inputs.push(input as Record<string, unknown>)
      return { [field]: { __typename: `${field}Payload`, ...answer } }
    }
  const moved = (state: string) => ({
    workingGroup: { __typename: 'WorkingGroup', id: 'group', state, version: 4 },
  })
  const closed = (state: string) => ({ task: { __typename: 'Task', id: 'task', state } })
  const client = stubClient({
    Tasks: {
      viewer: {
        __typename: 'Viewer',
        id: 'viewer',
        tasks: {
          __typename: 'TaskConnection',
          nodes: tasks,
          pageInfo: { __typename: 'PageInfo', hasNextPage: false },
          totalCount: tasks.length,
        },
      },
    },
    CompleteTask: note('completeTask', closed('DONE')),
    DropTask: note('dropTask', closed('DROPPED')),
    AddTask: note('addTask', { task: { __typename: 'Task', id: 'new', assignee: me } }),
    JoinGroup: note('joinWorkingGroup', {
      workingGroup: { __typename: 'WorkingGroup', id: 'group', memberCount: 2 },
      membership: { __typename: 'Membership', id: 'own', state: 'MEMBER' },
    }),
    LeaveGroup: note('leaveWorkingGroup', {
      workingGroup: { __typename: 'WorkingGroup', id: 'group', memberCount: 1 },
    }),
    AcceptGroup: note('acceptWorkingGroup', moved('FORMING')),
    DeclineGroup: note('declineWorkingGroup', moved('DECLINED')),
    ActivateGroup: note('activateWorkingGroup', moved('ACTIVE')),
    CommitProjectTask: note('commitJointProject', { jointProject: project({ state: 'COMMITTED' }) }),
    PickPeople: {
      staffMembers: {
        __typename: 'StaffMemberConnection',
        nodes: [{ ...me, job: 'DIRECTOR', centre: null }],
      },
    },
    ...more,
  })
  return { client, inputs }
}

const card = async (title: RegExp) => (await screen.findByRole('heading', { name: title })).closest('li')!

beforeEach(emptyStore)

describe('TaskList', () => {
  it('says what is asked, by whom and for when', async () => {
    const { client } = server([
      task({ overdue: true, subject: group() }),
      asked(
        'WRITE_HARVEST',
        { __typename: 'Topic', id: 'topic', title: 'Adultes-relais' },
        { viewerCanDrop: true },
      ),
      asked('SIGN_COMMITMENT', project()),
    ])
    const { container } = await renderApp(<TaskList />, { client })
    const first = within(await card(/Relire la charte/))
    await expectNoAxe(container)
    expect(first.getByText('En retard')).toBeTruthy()
    expect(first.getByText('Demandé par Perrine Dupuis')).toBeTruthy()
    expect(first.getByRole('link', { name: 'Outils communs' }).getAttribute('href')).toBe('/groupes/group')
    const harvest = within(await card(/récolte de «.Adultes-relais.»/))
    expect((await harvest.findByRole('link', { name: 'Écrire la récolte' })).getAttribute('href')).toBe(
      '/sujets/topic',
    )
    const sign = within(await card(/engagement de votre centre/))
    expect((await sign.findByRole('link', { name: 'Lire et signer' })).getAttribute('href')).toBe(
      '/projets/project?signer=true',
    )
    expect(sign.queryByRole('button', { name: 'Écarter' })).toBeNull()
  })

  it('closes what a person asked, and puts it back on one’s list', async () => {
    const { client, inputs } = server([task({ subject: group() })])
    const { user } = await renderApp(<TaskList />, { client })
    await user.click(await screen.findByRole('button', { name: 'Fait' }))
    expect(inputs[0]).toMatchObject({ taskId: 'task' })
    await user.click(await screen.findByRole('button', { name: 'Remettre' }))
    await waitFor(() =>
      expect(inputs[1]).toMatchObject({
        title: 'Relire la charte',
        assigneeId: 'person',
        dueOn: '2026-11-29',
        subjectId: 'group',
      }),
    )
  })

  it('answers invitations and requests in place', async () => {
    const { client, inputs } = server([
      asked('JOIN_GROUP', group()),
      asked('ACCEPT_GROUP', group({ id: 'asking', name: 'Mobilités' })),
    ])
    const { user } = await renderApp(<TaskList />, { client })
    const invited = within(await card(/invite à rejoindre/))
    await user.click(await invited.findByRole('button', { name: 'Rejoindre le groupe' }))
    expect(inputs.at(-1)).toMatchObject({ workingGroupId: 'group' })
    expect(invited.getByRole('button', { name: 'Décliner l’invitation' })).toBeTruthy()
    const approval = within(await card(/demande votre accord/))
    await user.click(await approval.findByRole('button', { name: 'Accepter' }))
    await waitFor(() => expect(inputs.at(-1)).toMatchObject({ workingGroupId: 'asking', version: 3 }))
    await user.click(approval.getByRole('button', { name: 'Refuser…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Refuser ce groupe' }))
    await user.type(await dialog.findByLabelText(/Pourquoi/), 'Un groupe existe déjà.')
    await user.click(dialog.getByRole('button', { name: 'Refuser le groupe' }))
    await waitFor(() => expect(inputs.at(-1)).toMatchObject({ reason: 'Un groupe existe déjà.' }))
  })

  it('keeps a place that has come free, or gives it back, in place', async () => {
    const { client, inputs } = server(
      [
        asked(
          'KEEP_PLACE',
          {
            __typename: 'Gathering',
            id: 'toulouse',
            name: 'Toulouse',
            viewerRegistration: { __typename: 'Registration', id: 'own', viewerCanWithdraw: true },
          },
          { viewerCanComplete: true },
        ),
      ],
      {
        WithdrawRegistration: ({ input }) => {
          inputs.push(input as Record<string, unknown>)
          return {
            withdrawRegistration: {
              __typename: 'WithdrawRegistrationPayload',
              registration: {
                __typename: 'Registration',
                id: 'own',
                state: 'WITHDRAWN',
                days: [],
                needs: '',
                waitingPlace: null,
                version: 3,
                viewerCanEdit: false,
                viewerCanWithdraw: false,
                viewerReadsNeeds: true,
              },
              gathering: {
                __typename: 'Gathering',
                id: 'toulouse',
                registeredCount: 8,
                waitingCount: 0,
                viewerCanRegister: true,
              },
            },
          }
        },
      },
    )
    const { container, user } = await renderApp(<TaskList />, { client })
    const place = within(await card(/Une place s’est libérée à «.Toulouse.»/))
    await user.click(await place.findByRole('button', { name: 'Je garde ma place' }))
    await expectNoAxe(container)
    expect(inputs.at(-1)).toMatchObject({ taskId: 'KEEP_PLACE' })
    expect(place.getByRole('link', { name: 'Voir' }).getAttribute('href')).toBe('/rencontres/toulouse')
    await user.click(place.getByRole('button', { name: 'Je la rends' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Rendre ma place' }))
    await user.click(await dialog.findByRole('button', { name: 'Rendre ma place' }))
    await waitFor(() => expect(inputs.at(-1)).toMatchObject({ registrationId: 'own' }))
    expect(await screen.findByText('Votre place est rendue.')).toBeTruthy()
  })

  it('shows what is not possible yet with what it needs, and does what is', async () => {
    const { client, inputs } = server([
      asked('LEAD_GROUP', group()),
      asked('COMMIT_PROJECT', project()),
      asked('START_PROJECT', project({ id: 'other', title: 'Carnet' })),
    ])
    const { user } = await renderApp(<TaskList />, { client })
    const lead = within(await card(/au travail/))
    const activate = await lead.findByRole<HTMLButtonElement>('button', { name: 'Mettre au travail' })
    expect(activate.disabled).toBe(true)
    expect(lead.getByText('Il faut d’abord des membres de deux centres.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Engager le projet' }))
    await waitFor(() => expect(inputs.at(-1)).toMatchObject({ jointProjectId: 'project', version: 2 }))
    expect(screen.queryByRole('button', { name: 'Lancer le projet' })).toBeNull()
  })

  it('adds a task for oneself unless another is named', async () => {
    const { client, inputs } = server([])
    const { user } = await renderApp(<TaskList />, { client })
    expect(await screen.findByText('Rien ne vous attend')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Ajouter une tâche' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Ajouter une tâche' }))
    await user.click(await dialog.findByRole('button', { name: 'Ajouter' }))
    expect((await dialog.findAllByText('Dites ce qu’il y a à faire')).length).toBeGreaterThan(0)
    await user.type(dialog.getByLabelText(/à faire/), 'Appeler Tours')
    await user.click(dialog.getByRole('button', { name: 'Ajouter' }))
    await waitFor(() =>
      expect(inputs[0]).toMatchObject({ title: 'Appeler Tours', assigneeId: 'person', dueOn: null }),
    )
  })

  it('offers a guest nothing that is not theirs', async () => {
    const session = sessionAnswer() as { viewer: { staffMember: Record<string, unknown> } }
    session.viewer.staffMember.job = 'GUEST'
    const { client } = server([], { Session: session })
    await renderApp(<TaskList />, { client, language: 'en' })
    expect(await screen.findByText('Nothing waits for you')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Add a task' })).toBeNull()
  })
})
