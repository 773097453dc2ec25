import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { GuestList } from './components/GuestList'

vi.mock('@/app/live', () => ({ useLive: () => undefined }))

const guest = (id: string, name: string, state: string, changes: object = {}) => ({
  __typename: 'Guest',
  id,
  kind: 'ELECTED',
  function: 'Adjointe',
  state,
  invitedAt: '2027-03-01T10:00:00Z',
  arrivedAt: state === 'ARRIVED' ? '2027-03-02T10:00:00Z' : null,
  openUntil: '2027-04-26',
  invitedBy: { __typename: 'StaffMember', id: 'odile', name: 'Odile Hennequin' },
  version: 3,
  viewerCanEdit: state !== 'ENDED',
  staffMember: {
    __typename: 'StaffMember',
    id: `staff-${id}`,
    name,
    givenName: name.split(' ')[0],
    familyName: name.split(' ')[1],
    email: null,
  },
  ...changes,
})

const everyone = [
  guest('solene', 'Solène Delaunay', 'ARRIVED'),
  guest('karim', 'Karim Delattre', 'INVITED', { kind: 'OTHER', function: 'Témoin', invitedBy: null }),
  guest('maia', 'Maïa Quillivic', 'REVOKED', { function: '' }),
  guest('ana', 'Ana Kerbrat', 'ENDED'),
]

const answerOf = (nodes: readonly object[], changes: object = {}) => ({
  gathering: {
    __typename: 'Gathering',
    id: 'tours',
    viewerCanInvite: true,
    guests: {
      __typename: 'GuestConnection',
      totalCount: nodes.length,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      nodes,
    },
    ...changes,
  },
})

function show(
  answers: Record<string, StubAnswer> = {},
  { search = '', language = 'fr' as 'fr' | 'en' } = {},
) {
  return renderApp(<GuestList gatheringId="tours" />, {
    client: stubClient({ Guests: answerOf(everyone), ...answers }),
    path: '/rencontres/$gatheringId/preparation',
    at: `/rencontres/tours/preparation?onglet=invites${search}`,
    language,
  })
}

describe('the guests of a gathering', () => {
  it.each(['fr', 'en'] as const)('are open to all, in %s', async (language) => {
    const { container } = await show({}, { language })
    await screen.findByText('Solène Delaunay')
    await expectNoAxe(container)
  })

  it('are invited, and their link is shown once', async () => {
    const sent: Record<string, unknown>[] = []
    const { user } = await show({
      Guests: answerOf([]),
      InviteGuest: ({ input }) => {
        sent.push(input as Record<string, unknown>)
        return {
          inviteGuest: {
            __typename: 'InviteGuestPayload',
            secret: 'mlg_inv_secret',
            gathering: { __typename: 'Gathering', id: 'tours' },
          },
        }
      },
    })
    await screen.findByText(/Personne n’est invité/)
    await user.click(screen.getByRole('button', { name: 'Inviter une personne' }))
    const form = within(await screen.findByRole('dialog', { name: 'Inviter une personne' }))
    await user.type(form.getByRole('textbox', { name: /Prénom/ }), 'Maïa')
    await user.type(form.getByRole('textbox', { name: /^Nom/ }), 'Quillivic')
    await user.click(form.getByRole('radio', { name: 'Autre' }))
    await user.click(form.getByRole('button', { name: 'Inviter et obtenir le lien' }))
    expect((await form.findAllByText('Dites à quel titre.')).length).toBeGreaterThan(0)
    expect(sent).toEqual([])
    await user.type(form.getByRole('textbox', { name: /Fonction/ }), 'Autrice')
    await user.click(form.getByRole('button', { name: 'Inviter et obtenir le lien' }))
    const dialog = await screen.findByRole('dialog', { name: 'Le lien de Maïa Quillivic' })
    expect(sent[0]).toMatchObject({
      gatheringId: 'tours',
      givenName: 'Maïa',
      familyName: 'Quillivic',
      kind: 'OTHER',
      function: 'Autrice',
      email: '',
    })
    await expectNoAxe(dialog)
    await user.click(within(dialog).getByRole('button', { name: 'Copier' }))
    await within(dialog).findByRole('button', { name: 'Copié' })
    expect(await navigator.clipboard.readText()).toMatch(/\/invitation\/mlg_inv_secret$/)
    await user.click(within(dialog).getByRole('button', { name: 'J’ai copié le lien' }))
    await waitFor(() => expect(screen.queryByText(/mlg_inv_secret/)).toBeNull())
  })

  it('whose address is refused keeps what was written', async () => {
    const { user } = await show({
      InviteGuest: () => ({
        errors: [{ code: 'INVALID', field: 'input.email', message: 'C’est celle d’une équipe.' }],
      }),
    })
    await user.click(await screen.findByRole('button', { name: 'Inviter une personne' }))
    const form = within(await screen.findByRole('dialog'))
    await user.type(form.getByRole('textbox', { name: /Prénom/ }), 'Maïa')
    await user.type(form.getByRole('textbox', { name: /^Nom/ }), 'Quillivic')
    await user.type(form.getByRole('textbox', { name: /Adresse/ }), 'p@centre.example')
    await user.click(form.getByRole('button', { name: 'Inviter et obtenir le lien' }))
    expect((await form.findAllByText('C’est celle d’une équipe.')).length).toBeGreaterThan(0)
    expect((form.getByRole('textbox', { name: /Prénom/ }) as HTMLInputElement).value).toBe('Maïa')
  })

  it('are rewritten, and two who do so at once see both texts', async () => {
    const sent: Record<string, unknown>[] = []
    const { user } = await show({
      Guests: ({ filter }) =>
        (filter as { guestId?: string }).guestId === 'solene'
          ? answerOf([guest('solene', 'Solène Launay', 'ARRIVED', { version: 4, function: 'Poète' })])
          : answerOf(everyone),
      EditGuest: ({ input }) => {
        sent.push(input as Record<string, unknown>)
        return { errors: [{ code: 'CONFLICT', field: 'version', message: 'Une autre version.' }] }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Agir sur Solène Delaunay' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Modifier' }))
    const dialog = await screen.findByRole('dialog', { name: 'Modifier Solène Delaunay' })
    const form = within(dialog)
    await expectNoAxe(dialog)
    const said = form.getByRole('textbox', { name: /Fonction/ })
    await user.clear(said)
    await user.type(said, 'Autrice')
    await user.click(form.getByRole('radio', { name: 'Intervient' }))
    await user.click(form.getByRole('button', { name: 'Enregistrer' }))
    const both = within(await screen.findByRole('dialog', { name: /entre-temps/ }))
    expect(sent[0]).toMatchObject({
      guestId: 'solene',
      version: 3,
      givenName: 'Solène',
      familyName: 'Delaunay',
      kind: 'SPEAKER',
      function: 'Autrice',
      email: '',
    })
    expect(both.getByText(/Solène Launay[\s\S]*Poète/)).toBeTruthy()
    await user.click(both.getByRole('button', { name: 'Reprendre ma version' }))
    await user.click(await form.findByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(sent[1]).toMatchObject({ version: 4, function: 'Autrice' }))
  })

  it('are shut out, or given a new link, each once that is confirmed', async () => {
    const asked: unknown[] = []
    const { user } = await show({
      RevokeGuest: ({ input }) => {
        asked.push(['revoke', (input as { guestId: string }).guestId])
        return {
          revokeGuest: {
            __typename: 'RevokeGuestPayload',
            guest: { __typename: 'Guest', id: 'solene', state: 'REVOKED' },
          },
        }
      },
      RenewInvitation: ({ input }) => {
        asked.push(['renew', (input as { guestId: string }).guestId])
        return {
          renewInvitation: {
            __typename: 'RenewInvitationPayload',
            secret: 'mlg_inv_again',
            guest: { __typename: 'Guest', id: 'maia', state: 'INVITED' },
          },
        }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Agir sur Solène Delaunay' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Retirer l’invitation' }))
    const revoke = within(await screen.findByRole('dialog'))
    expect(asked).toEqual([])
    await user.click(revoke.getByRole('button', { name: 'Retirer l’invitation' }))
    await waitFor(() => expect(asked).toEqual([['revoke', 'solene']]))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(screen.getByRole('button', { name: 'Agir sur Maïa Quillivic' }))
    expect(screen.queryByRole('menuitem', { name: 'Retirer l’invitation' })).toBeNull()
    await user.click(await screen.findByRole('menuitem', { name: 'Inviter de nouveau' }))
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Inviter de nouveau' }),
    )
    await waitFor(() =>
      expect(asked).toEqual([
        ['revoke', 'solene'],
        ['renew', 'maia'],
      ]),
    )
    expect((await screen.findByText(/mlg_inv_again/)).textContent).toMatch(/\/invitation\/mlg_inv_again$/)
    // Nothing is to be done with one whose time is over.
    expect(screen.queryByRole('button', { name: 'Agir sur Ana Kerbrat', hidden: true })).toBeNull()
  })

  it('are narrowed and paged by the address', async () => {
    const asked: Record<string, unknown>[] = []
    const { user, address } = await show(
      {
        Guests: (variables) => {
          asked.push(variables)
          return answerOf([], { viewerCanInvite: false })
        },
      },
      { search: '&q=zzz&etat=%5B%22INVITED%22%5D&apres=curseur' },
    )
    await screen.findByText('Personne ne correspond')
    expect(asked[0]).toMatchObject({
      gatheringId: 'tours',
      filter: { search: 'zzz', states: ['INVITED'] },
      first: 20,
      after: 'curseur',
    })
    expect(screen.queryByRole('button', { name: 'Inviter une personne' })).toBeNull()
    await user.type(screen.getByRole('searchbox'), 'z')
    await waitFor(() => expect(address()).not.toContain('apres'))
  })
})
