import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { saveDraft } from '@/app/drafts'
import { emptyStore, own } from '@/app/store'
import { expectNoAxe, renderApp, stubClient, type StubAnswer } from '@/test/render'
import { sessionAnswer } from '@/test/viewer'
import { ProfilePage } from './ProfilePage'

beforeEach(emptyStore)

const themes = [
  { __typename: 'Theme', id: 'ecole', labelFr: 'Éducation', labelEn: 'Education' },
  { __typename: 'Theme', id: 'sante', labelFr: 'Santé', labelEn: 'Health' },
]

const nadia = {
  __typename: 'StaffMember',
  id: 'person',
  name: 'Nadia Berthelot',
  givenName: 'Nadia',
  familyName: 'Berthelot',
  email: 'nadia@centre.example',
  phone: '02 40 00 00 00',
  bio: 'À Nantes depuis 2019.',
  version: 4,
  themes: [{ __typename: 'Theme', id: 'ecole' }],
}

const profile = (changes = {}) => ({
  viewer: {
    __typename: 'Viewer',
    id: 'viewer',
    language: 'FR',
    staffMember: { ...nadia, ...changes },
  },
  themes,
})

const viewer = (fields: object) => ({ viewer: { __typename: 'Viewer', id: 'viewer', ...fields } })

const session = (id: string, current: boolean, device = 'Firefox · Linux') => ({
  __typename: 'Session',
  id,
  device,
  createdAt: '2026-11-20T09:00:00Z',
  lastUsedAt: '2026-11-22T09:00:00Z',
  current,
})

const token = {
  __typename: 'AccessToken',
  id: 'token',
  name: 'Tableau de bord',
  scope: 'WRITE',
  createdAt: '2026-11-20T09:00:00Z',
  lastUsedOn: null,
  expiresAt: '2027-11-20T09:00:00Z',
}

const calendar = {
  __typename: 'CalendarLink',
  id: 'calendar',
  name: 'Mon téléphone',
  createdAt: '2026-11-20T09:00:00Z',
  lastUsedOn: '2026-11-21',
}

function show(face: string, answers: Record<string, StubAnswer> = {}, language: 'fr' | 'en' = 'fr') {
  return renderApp(<ProfilePage />, {
    client: stubClient({
      Profile: profile(),
      Sessions: viewer({ sessions: [session('other', false, 'Safari · iPhone'), session('mine', true)] }),
      AccessTokens: viewer({ accessTokens: [token] }),
      CalendarLinks: viewer({ calendarLinks: [calendar] }),
      HasPassword: viewer({ hasPassword: true }),
      ...answers,
    }),
    path: '/profil',
    at: face === '' ? '/profil' : `/profil?onglet=${face}`,
    language,
  })
}

describe('the profile', () => {
  it.each([
    ['', 'fr', 'Prénom'],
    ['', 'en', 'Given name'],
    ['securite', 'fr', 'Mot de passe actuel'],
    ['jetons', 'fr', 'À quoi servira-t-il'],
    ['jetons', 'en', 'What is it for'],
    ['affichage', 'fr', 'Couleurs'],
    ['agenda', 'fr', 'Pour quel agenda'],
    ['agenda', 'en', 'For which calendar'],
  ] as const)('is open to all: « %s » in %s', async (face, language, label) => {
    const { container } = await show(face, {}, language)
    await screen.findByText(label, { exact: false })
    await expectNoAxe(container)
  })

  it('keeps its face in the address', async () => {
    const { user, address } = await show('')
    await user.click(await screen.findByRole('tab', { name: 'Sécurité' }))
    await waitFor(() => expect(address()).toBe('/profil?onglet=securite'))
    expect(await screen.findByRole('heading', { name: 'Sessions ouvertes' })).toBeTruthy()
  })

  it('is saved on the version one has read, and the interface follows the language', async () => {
    const sent: Record<string, unknown>[] = []
    const { user } = await show('', {
      UpdateProfile: ({ input }) => {
        sent.push(input as Record<string, unknown>)
        return {
          updateProfile: {
            __typename: 'UpdateProfilePayload',
            staffMember: { ...nadia, bio: 'À Rennes.', version: 5, themes: [] },
          },
        }
      },
    })
    const bio = await screen.findByRole('textbox', { name: 'En quelques mots' })
    await user.clear(bio)
    await user.type(bio, 'À Rennes.')
    await user.click(screen.getByRole('checkbox', { name: 'Santé' }))
    await user.click(screen.getByRole('radio', { name: 'English' }))
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() =>
      expect(sent[0]).toMatchObject({
        version: 4,
        bio: 'À Rennes.',
        language: 'EN',
        themeIds: ['ecole', 'sante'],
      }),
    )
    expect(await screen.findByRole('heading', { level: 1, name: 'Profile' })).toBeTruthy()
    expect(document.documentElement.lang).toBe('en')
  })

  it('shows both texts when it was changed elsewhere, and loses neither', async () => {
    const sent: Record<string, unknown>[] = []
    let stored = 4
    const { user } = await show('', {
      Profile: () => profile(stored === 4 ? {} : { bio: 'Écrit depuis le téléphone.', version: stored }),
      UpdateProfile: ({ input }) => {
        sent.push(input as Record<string, unknown>)
        stored = 7
        return { errors: [{ code: 'CONFLICT', field: 'version', message: 'Déjà changé' }] }
      },
    })
    const bio = await screen.findByRole('textbox', { name: 'En quelques mots' })
    await user.clear(bio)
    await user.type(bio, 'Écrit ici.')
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/En quelques mots : Écrit ici\./)).toBeTruthy()
    expect(dialog.getByText(/En quelques mots : Écrit depuis le téléphone\./)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Reprendre ma version' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect((screen.getByRole('textbox', { name: 'En quelques mots' }) as HTMLTextAreaElement).value).toBe(
      'Écrit ici.',
    )
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ version: 7, bio: 'Écrit ici.' }))
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: /Garder la version enregistrée/,
      }),
    )
    await waitFor(() =>
      expect((screen.getByRole('textbox', { name: 'En quelques mots' }) as HTMLTextAreaElement).value).toBe(
        'Écrit depuis le téléphone.',
      ),
    )
  })

  it('sends a draft on the version it was begun on', async () => {
    await own('viewer')
    await saveDraft('profile:viewer', {
      givenName: 'Nadia',
      familyName: 'Berthelot',
      phone: '',
      bio: 'Commencé hier.',
      language: 'FR',
      themeIds: [],
      version: 2,
    })
    const sent: Record<string, unknown>[] = []
    const { user } = await show('', {
      UpdateProfile: ({ input }) => {
        sent.push(input as Record<string, unknown>)
        return { errors: [{ code: 'CONFLICT', field: 'version', message: 'Déjà changé' }] }
      },
    })
    expect(await screen.findByDisplayValue('Commencé hier.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
    await waitFor(() => expect(sent[0]).toMatchObject({ version: 2, bio: 'Commencé hier.' }))
  })
})

describe('security', () => {
  it('puts what the server says of a password beside its field', async () => {
    const { user } = await show('securite', {
      ChangePassword: () => ({
        errors: [
          { code: 'INVALID', field: 'input.currentPassword', message: 'Ce n’est pas votre mot de passe.' },
        ],
      }),
    })
    const current = await screen.findByLabelText(/Mot de passe actuel/)
    await user.type(current, 'peut-être')
    await user.type(screen.getByLabelText(/Nouveau mot de passe/), 'trop court')
    await user.click(screen.getByRole('button', { name: 'Changer le mot de passe' }))
    expect((await screen.findAllByText('Douze caractères au moins')).length).toBeGreaterThan(0)
    await user.type(screen.getByLabelText(/Nouveau mot de passe/), ' mais plus maintenant')
    await user.click(screen.getByRole('button', { name: 'Changer le mot de passe' }))
    await waitFor(() => expect(current.getAttribute('aria-invalid')).toBe('true'))
    expect(screen.getAllByText('Ce n’est pas votre mot de passe.').length).toBeGreaterThan(0)
  })

  it('ends another session, and never the one that asks', async () => {
    const ended: unknown[] = []
    const { user } = await show('securite', {
      RevokeSession: ({ input }) => {
        ended.push((input as { sessionId: string }).sessionId)
        return { revokeSession: { __typename: 'RevokeSessionPayload', viewer: viewer({}).viewer } }
      },
    })
    const lines = within(await screen.findByRole('list', { name: 'Sessions ouvertes' })).getAllByRole(
      'listitem',
    )
    expect(lines[0]!.textContent).toContain('Cette session')
    expect(within(lines[0]!).queryByRole('button')).toBeNull()
    await user.click(within(lines[1]!).getByRole('button', { name: 'Fermer la session Safari · iPhone' }))
    await waitFor(() => expect(ended).toEqual(['other']))
  })
})

describe('access tokens', () => {
  it('show a new secret once, to be copied', async () => {
    const sent: Record<string, unknown>[] = []
    const { user } = await show('jetons', {
      CreateAccessToken: ({ input }) => {
        sent.push(input as Record<string, unknown>)
        return {
          createAccessToken: {
            __typename: 'CreateAccessTokenPayload',
            secret: 'mlg_pat_secret',
            viewer: viewer({}).viewer,
          },
        }
      },
    })
    await user.type(await screen.findByRole('textbox', { name: /À quoi servira-t-il/ }), 'Agenda')
    await user.click(screen.getByRole('button', { name: 'Créer le jeton' }))
    const dialog = await screen.findByRole('dialog', { name: /Le jeton «\s?Agenda\s?» est créé/ })
    expect(sent[0]).toMatchObject({ name: 'Agenda', scope: 'READ', days: 90 })
    await expectNoAxe(dialog)
    await user.click(within(dialog).getByRole('button', { name: 'Copier' }))
    expect(await within(dialog).findByRole('button', { name: 'Copié' })).toBeTruthy()
    expect(await navigator.clipboard.readText()).toBe('mlg_pat_secret')
    await user.click(within(dialog).getByRole('button', { name: 'J’ai copié le jeton' }))
    await waitFor(() => expect(screen.queryByText('mlg_pat_secret')).toBeNull())
  })

  it('are revoked once that is confirmed', async () => {
    const revoked: unknown[] = []
    const { user } = await show('jetons', {
      RevokeAccessToken: ({ input }) => {
        revoked.push((input as { accessTokenId: string }).accessTokenId)
        return { revokeAccessToken: { __typename: 'RevokeAccessTokenPayload', viewer: viewer({}).viewer } }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Révoquer Tableau de bord' }))
    const dialog = await screen.findByRole('dialog', { name: /Révoquer «\s?Tableau de bord\s?»/ })
    expect(revoked).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Révoquer' }))
    await waitFor(() => expect(revoked).toEqual(['token']))
  })
})

describe('calendar addresses', () => {
  it('are shown once, to be copied or opened', async () => {
    const sent: Record<string, unknown>[] = []
    const { user } = await show('agenda', {
      CreateCalendarLink: ({ input }) => {
        sent.push(input as Record<string, unknown>)
        return {
          createCalendarLink: {
            __typename: 'CreateCalendarLinkPayload',
            secret: 'mlg_cal_secret',
            viewer: viewer({}).viewer,
          },
        }
      },
    })
    await user.type(await screen.findByRole('textbox', { name: /Pour quel agenda/ }), 'Bureau')
    await user.click(screen.getByRole('button', { name: 'Créer l’adresse' }))
    const dialog = await screen.findByRole('dialog', { name: /L’adresse pour «\s?Bureau\s?» est créée/ })
    expect(sent[0]).toMatchObject({ name: 'Bureau' })
    await expectNoAxe(dialog)
    await user.click(within(dialog).getByRole('button', { name: 'Copier' }))
    await within(dialog).findByRole('button', { name: 'Copié' })
    expect(await navigator.clipboard.readText()).toMatch(/^https?:.*\/calendrier\/mlg_cal_secret\.ics$/)
    expect(within(dialog).getByRole('link').getAttribute('href')).toMatch(
      /^webcal:.*\/calendrier\/mlg_cal_secret\.ics$/,
    )
    await user.click(within(dialog).getByRole('button', { name: 'J’ai copié l’adresse' }))
    await waitFor(() => expect(screen.queryByText(/mlg_cal_secret/)).toBeNull())
  })

  it('are withdrawn once that is confirmed', async () => {
    const revoked: unknown[] = []
    const { user } = await show('agenda', {
      RevokeCalendarLink: ({ input }) => {
        revoked.push((input as { calendarLinkId: string }).calendarLinkId)
        return {
          revokeCalendarLink: { __typename: 'RevokeCalendarLinkPayload', viewer: viewer({}).viewer },
        }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Retirer Mon téléphone' }))
    const dialog = await screen.findByRole('dialog', { name: /Retirer «\s?Mon téléphone\s?»/ })
    expect(revoked).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Retirer' }))
    await waitFor(() => expect(revoked).toEqual(['calendar']))
  })
})

describe('the account of a guest', () => {
  it('has no password to change, and no tokens', async () => {
    await show('securite', {
      HasPassword: viewer({ hasPassword: false }),
      Session: sessionAnswer({
        staffMember: { ...nadia, job: 'GUEST', centre: null },
      }),
    })
    expect(await screen.findByText(/il n’y a pas de mot de passe/)).toBeTruthy()
    expect(screen.queryByLabelText(/Mot de passe actuel/)).toBeNull()
    expect(screen.queryByRole('tab', { name: 'Jetons d’accès' })).toBeNull()
  })
})

describe('appearance', () => {
  it('changes at once', async () => {
    const { user } = await show('affichage')
    await user.click(await screen.findByRole('radio', { name: 'Sombres' }))
    expect(document.documentElement.dataset.theme).toBe('dark')
    await user.click(screen.getByRole('radio', { name: 'English' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Profile' })).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'As the device' }))
    expect(document.documentElement.dataset.theme).toBeUndefined()
  })
})
