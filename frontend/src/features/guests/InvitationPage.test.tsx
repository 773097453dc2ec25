import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Language } from '@/i18n/language'
import { expectNoAxe, renderApp } from '@/test/render'
import { InvitationPage } from './InvitationPage'

const invitation = {
  guestName: 'Maïa Quillivic',
  kind: 'SPEAKER',
  gatheringId: 'tours',
  gathering: 'Rencontre de Tours',
  city: 'Tours',
  venue: 'Centre de congrès',
  startsOn: '2027-03-26',
  endsOn: '2027-03-27',
  state: 'PUBLISHED',
  hosts: 'Villes au Carré',
  invitedBy: 'Odile Hennequin',
  openUntil: '2027-04-26',
}

/** What the server answers: an invitation, null when the link opens nothing, or nothing at all. */
let said: object | null | 'cut'
/** What the door answers to whoever comes in. */
let door: { status: number; body?: object } | 'cut'
const asked: { url: string; init: RequestInit }[] = []
const went = vi.fn()

beforeEach(() => {
  asked.length = 0
  went.mockReset()
  said = invitation
  door = { status: 204 }
  localStorage.removeItem('maillage.signed-in')
  vi.stubGlobal('location', { ...window.location, assign: went, origin: window.location.origin })
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    if (url === '/auth/invitation') {
      if (door === 'cut') throw new TypeError('Failed to fetch')
      return new Response(door.body === undefined ? null : JSON.stringify(door.body), { status: door.status })
    }
    if (said === 'cut') throw new TypeError('Failed to fetch')
    return new Response(JSON.stringify({ data: { invitation: said } }))
  })
})
afterEach(() => vi.unstubAllGlobals())

const show = (language: Language = 'fr') =>
  renderApp(<InvitationPage />, { language, path: '/invitation/$token', at: '/invitation/mlg_inv_secret' })

describe('an invitation', () => {
  it.each([
    ['fr', invitation, 'Bonjour Maïa Quillivic'],
    ['en', { ...invitation, invitedBy: '', venue: '' }, 'Hello Maïa Quillivic'],
    ['fr', { ...invitation, state: 'CANCELLED', hosts: '' }, 'Bonjour Maïa Quillivic'],
    ['fr', null, /Ce lien n’ouvre rien/],
    ['en', 'cut', 'Invitation'],
  ] as const)('is open to all: %s', async (language, answer, title) => {
    said = answer
    const { container } = await show(language)
    await screen.findByRole('heading', { level: 1, name: title })
    await expectNoAxe(container)
  })

  it('says who invites to what, asked as nobody', async () => {
    await show()
    expect(await screen.findByText(/Villes au Carré vous invite, par Odile Hennequin/)).toBeTruthy()
    expect(screen.getByRole('heading', { level: 2, name: 'Rencontre de Tours' })).toBeTruthy()
    expect(screen.getByText('Centre de congrès, Tours')).toBeTruthy()
    expect(asked[0]!.init.credentials).toBe('omit')
    expect(String(asked[0]!.init.body)).toContain('mlg_inv_secret')
  })

  it('lets in by one press, to the gathering and nowhere else', async () => {
    const { user } = await show()
    await user.click(await screen.findByRole('button', { name: 'Entrer' }))
    await waitFor(() => expect(went).toHaveBeenCalledWith('/rencontres/tours'))
    const { url, init } = asked.at(-1)!
    expect(url).toBe('/auth/invitation')
    expect(JSON.parse(String(init.body))).toEqual({ token: 'mlg_inv_secret' })
    expect(localStorage.getItem('maillage.signed-in')).toBe('1')
  })

  it('says that a session which is open here will be ended', async () => {
    localStorage.setItem('maillage.signed-in', '1')
    await show()
    expect(await screen.findByText(/elle sera fermée/)).toBeTruthy()
  })

  it('says that it was withdrawn while one read it', async () => {
    door = { status: 401, body: { code: 'UNAUTHENTICATED', message: 'Ce lien n’ouvre rien' } }
    const { user } = await show()
    await user.click(await screen.findByRole('button', { name: 'Entrer' }))
    expect(await screen.findByRole('heading', { level: 1, name: /Ce lien n’ouvre rien/ })).toBeTruthy()
    expect(went).not.toHaveBeenCalled()
  })

  it('can be tried again when the network fails', async () => {
    said = 'cut'
    const { user } = await show()
    const again = await screen.findByRole('button', { name: 'Réessayer' })
    said = invitation
    await user.click(again)
    door = 'cut'
    await user.click(await screen.findByRole('button', { name: 'Entrer' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Vérifiez votre connexion')
    door = { status: 429, body: { code: 'LIMITED', message: 'Réessayez dans un instant.' } }
    await user.click(screen.getByRole('button', { name: 'Entrer' }))
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('dans un instant'))
    door = { status: 204 }
    await user.click(screen.getByRole('button', { name: 'Entrer' }))
    await waitFor(() => expect(went).toHaveBeenCalledWith('/rencontres/tours'))
  })
})
