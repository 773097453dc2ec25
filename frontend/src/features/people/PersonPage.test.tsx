import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyStore } from '@/app/store'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { PersonPage } from './PersonPage'

beforeEach(emptyStore)

const farida = {
  __typename: 'StaffMember',
  id: 'farida',
  name: 'Farida Benhaddou',
  givenName: 'Farida',
  job: 'DIRECTOR',
  networkRole: 'NONE',
  email: 'farida@centre.example',
  phone: '03 88 00 00 00',
  bio: 'Lit les engagements jusqu’à la dernière ligne.',
  active: true,
  version: 3,
  centre: { __typename: 'Centre', id: 'oriv', shortName: 'ORIV', city: 'Strasbourg' },
  themes: [{ __typename: 'Theme', id: 'ecole', labelFr: 'Éducation', labelEn: 'Education' }],
  memberships: {
    __typename: 'MembershipConnection',
    nodes: [
      {
        __typename: 'Membership',
        id: 'm',
        role: 'LEAD',
        since: '2021-03-02T09:00:00Z',
        workingGroup: { __typename: 'WorkingGroup', id: 'g', name: 'Cités éducatives', state: 'ACTIVE' },
      },
    ],
    totalCount: 1,
  },
  teamMemberships: [
    {
      __typename: 'TeamMember',
      id: 't',
      role: 'MEMBER',
      since: '2022-05-02T09:00:00Z',
      jointProject: {
        __typename: 'JointProject',
        id: 'j',
        title: 'Kit de concertation',
        state: 'RUNNING',
        leadCentre: { __typename: 'Centre', id: 'lille', shortName: 'IREV' },
      },
    },
  ],
  viewerCanEdit: false,
  viewerCanDeactivate: false,
  viewerCanSetNetworkRole: false,
}

const account = { viewerCanDeactivate: true, viewerCanSetNetworkRole: true }

function show(
  person: object | null,
  answers: Record<string, StubAnswer> = {},
  language: 'fr' | 'en' = 'fr',
  session = {},
) {
  return renderApp(<PersonPage />, {
    client: stubClient({
      Person: { staffMember: person },
      PickPeople: { staffMembers: { __typename: 'StaffMemberConnection', nodes: [] } },
      Session: sessionAnswer(session),
      ...answers,
    }),
    path: '/annuaire/$personId',
    at: '/annuaire/farida',
    language,
  })
}

describe('a person', () => {
  it.each(['fr', 'en'] as const)('is open to all, in %s', async (language) => {
    const { container } = await show({ ...farida, ...account }, {}, language)
    await screen.findByRole('heading', { level: 1, name: 'Farida Benhaddou' })
    await expectNoAxe(container)
  })

  it('shows what they have taken part in, with their part in it', async () => {
    await show(farida)
    expect(await screen.findByText('Anime, depuis mars 2021')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Cités éducatives' }).getAttribute('href')).toBe('/groupes/g')
    expect(screen.getByRole('link', { name: 'Kit de concertation' }).getAttribute('href')).toBe('/projets/j')
  })

  it('keeps contact data from whoever may not see it', async () => {
    await show({ ...farida, email: null, phone: null })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.getByText('Ses coordonnées sont visibles par les équipes du réseau.')).toBeTruthy()
    expect(document.querySelector('a[href^="mailto:"], a[href^="tel:"]')).toBeNull()
  })

  it('can be asked for something', async () => {
    const asked: Record<string, unknown>[] = []
    const { user } = await show(farida, {
      AddTask: ({ input }) => {
        asked.push(input as Record<string, unknown>)
        return {
          addTask: {
            __typename: 'AddTaskPayload',
            task: {
              __typename: 'Task',
              id: 'task',
              assignee: { __typename: 'StaffMember', id: 'farida', name: 'Farida Benhaddou' },
            },
          },
        }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Demander quelque chose' }))
    const dialog = await screen.findByRole('dialog', { name: 'Demander quelque chose à Farida Benhaddou' })
    await expectNoAxe(dialog)
    await user.type(await screen.findByRole('textbox', { name: /Qu’y a-t-il à faire/ }), 'Relire le mandat')
    await user.click(screen.getByRole('button', { name: 'Ajouter' }))
    await waitFor(() => expect(asked[0]).toMatchObject({ assigneeId: 'farida', title: 'Relire le mandat' }))
  })

  it('is neither asked nor administered by a guest', async () => {
    const guest = sessionAnswer() as { viewer: { staffMember: object } }
    await show(farida, {}, 'fr', { staffMember: { ...guest.viewer.staffMember, job: 'GUEST' } })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('leads to one’s own profile when it is oneself', async () => {
    await show({ ...farida, viewerCanEdit: true })
    const edit = await screen.findByRole('link', { name: 'Modifier mon profil' })
    expect(edit.getAttribute('href')).toBe('/profil')
  })

  it('has its account closed only once that is confirmed', async () => {
    const sent: unknown[] = []
    const { user } = await show(
      { ...farida, ...account },
      {
        DeactivateStaffMember: ({ input }) => {
          sent.push(input)
          return {
            deactivateStaffMember: {
              __typename: 'DeactivateStaffMemberPayload',
              staffMember: {
                __typename: 'StaffMember',
                id: 'farida',
                active: false,
                version: 4,
                viewerCanDeactivate: false,
                viewerCanSetNetworkRole: false,
              },
            },
          }
        },
      },
    )
    await user.click(await screen.findByRole('button', { name: 'Administrer ce compte' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Fermer le compte' }))
    const dialog = await screen.findByRole('dialog', { name: /Fermer le compte de Farida/ })
    expect(sent).toHaveLength(0)
    await expectNoAxe(dialog)
    await user.click(screen.getByRole('button', { name: 'Fermer le compte' }))
    await waitFor(() => expect(sent[0]).toMatchObject({ staffMemberId: 'farida', version: 3 }))
    expect(await screen.findByText('Le compte de Farida Benhaddou est fermé.')).toBeTruthy()
  })

  it('is read again when its account changed in between', async () => {
    let read = 0
    const { user } = await show(null, {
      Person: () => {
        read += 1
        return { staffMember: { ...farida, ...account } }
      },
      SetNetworkRole: () => ({ errors: [{ code: 'CONFLICT', field: 'version', message: 'Déjà changé' }] }),
    })
    await user.click(await screen.findByRole('button', { name: 'Administrer ce compte' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Changer le rôle national' }))
    await user.click(await screen.findByRole('radio', { name: /Coordination du réseau/ }))
    const before = read
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    expect(await screen.findByText(/Ce compte a changé entre-temps/)).toBeTruthy()
    await waitFor(() => expect(read).toBeGreaterThan(before))
  })
})
