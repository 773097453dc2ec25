import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { emptyStore } from '@/app/store'
import { renderApp } from '@/test/render'
import { GroupPage } from './GroupPage'
import { sampleMembership, samplePage, samplePerson } from './sampleGroup'
import { at, noting, server } from './testGroupPage'

afterEach(async () => {
  vi.unstubAllGlobals()
  await emptyStore()
})

describe('the members of a group', () => {
  it('lets one in at once or on request, as the group admits people', async () => {
    const join = noting(() => ({
      joinWorkingGroup: {
        __typename: 'JoinWorkingGroupPayload',
        workingGroup: { __typename: 'WorkingGroup', id: 'group', memberCount: 8 },
        membership: { __typename: 'Membership', id: 'own', state: 'APPLIED' },
      },
    }))
    const { client } = server({ admission: 'ON_APPROVAL' }, { JoinGroup: join.answer })
    const { user } = await renderApp(<GroupPage />, { client, ...at() })
    await user.click(await screen.findByRole('button', { name: 'Demander à rejoindre' }))
    expect(await screen.findByText(/Votre demande est envoyée/)).toBeTruthy()
    expect(join.inputs[0]).toMatchObject({ workingGroupId: 'group' })
  })

  it('shows members under their centres, admits who asks, and gives roles', async () => {
    const admit = noting(() => ({
      admitMember: {
        __typename: 'AdmitMemberPayload',
        membership: { __typename: 'Membership', id: 'asking', state: 'MEMBER' },
      },
    }))
    const role = noting(() => ({
      setMemberRole: {
        __typename: 'SetMemberRolePayload',
        membership: sampleMembership({ role: 'CO_LEAD' }),
      },
    }))
    const asking = sampleMembership({
      id: 'asking',
      state: 'APPLIED',
      role: 'MEMBER',
      viewerCanAdmit: true,
      staffMember: samplePerson('lea', 'Léa Schmitt', 'Résovilles'),
    })
    const { client } = server(
      { viewerCanInvite: true },
      {
        AdmitMember: admit.answer,
        SetMemberRole: role.answer,
        GroupApplicants: {
          workingGroup: {
            __typename: 'WorkingGroup',
            id: 'group',
            applicants: samplePage('Membership', [asking]),
          },
        },
      },
    )
    const { user } = await renderApp(<GroupPage />, { client, ...at('?onglet=membres') })
    expect(await screen.findByRole('heading', { level: 3, name: 'Labo Cités' })).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: 'Accueillir' }))
    await waitFor(() => expect(admit.inputs[0]).toMatchObject({ membershipId: 'asking' }))
    await user.click(screen.getByRole('button', { name: 'Rôle de Malik Ouedraogo' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Coanimation' }))
    await waitFor(() => expect(role.inputs[0]).toMatchObject({ membershipId: 'membership', role: 'CO_LEAD' }))
  })

  it('invites a person found by name', async () => {
    const invite = noting(() => ({
      inviteMember: {
        __typename: 'InviteMemberPayload',
        membership: sampleMembership({
          id: 'new',
          state: 'INVITED',
          staffMember: samplePerson('lea', 'Léa Schmitt'),
        }),
      },
    }))
    const { client } = server({ viewerCanInvite: true }, { InviteMember: invite.answer })
    const { user } = await renderApp(<GroupPage />, { client, ...at('?onglet=membres') })
    await user.type(await screen.findByRole('combobox', { name: /Personne à inviter/ }), 'Léa')
    await user.click(await screen.findByRole('option', { name: /Léa Schmitt/ }))
    await user.click(screen.getByRole('button', { name: 'Inviter' }))
    await waitFor(() =>
      expect(invite.inputs[0]).toMatchObject({ workingGroupId: 'group', staffMemberId: 'lea' }),
    )
    expect(await screen.findByText('Invitation envoyée à Léa Schmitt.')).toBeTruthy()
  })

  it('tells the last lead to hand over before leaving', async () => {
    const { client } = server({ viewerMembership: sampleMembership({ id: 'own' }), viewerCanJoin: false })
    await renderApp(<GroupPage />, { client, ...at('?onglet=membres') })
    const leave = await screen.findByRole<HTMLButtonElement>('button', { name: 'Quitter le groupe' })
    expect(leave.disabled).toBe(true)
    expect(screen.getByText('Confiez d’abord l’animation à une autre personne.')).toBeTruthy()
  })
})
