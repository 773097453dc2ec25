import { oweSignOut, rememberSession } from './remembered'
import { disown } from './store'
import { tellTabs } from './tabs'

/** The plain HTTP side of a session: cookies only, the script never sees a token. */

let renewing: Promise<boolean> | undefined

async function renewOnce(): Promise<boolean> {
  try {
    const answer = await fetch('/auth/refresh', { method: 'POST', credentials: 'same-origin' })
    return answer.ok
  } catch {
    return false
  }
}

/**
 * Asks for a new access cookie. Callers of one page share one request, and tabs wait for each other: two renewals at once
 * would look to the server like a stolen token used twice.
 */
export function renew(): Promise<boolean> {
  renewing ??= (
    'locks' in navigator ? navigator.locks.request('maillage.renew', renewOnce) : renewOnce()
  ).finally(() => {
    renewing = undefined
  })
  return renewing
}

export interface SignInFailure {
  code: string
  message: string
}

interface Credentials {
  email: string
  password: string
  remember: boolean
}

/** Opens a session in place of the one that was. */
export function signIn(credentials: Credentials, language: string): Promise<SignInFailure | null> {
  return enterBy('/auth/sign-in', credentials, language)
}

/** The same for whoever has a guest's link, which is all they need. */
export function followInvitation(token: string, language: string): Promise<SignInFailure | null> {
  return enterBy('/auth/invitation', { token }, language)
}

/** While one comes in no tab sends what waits in the outbox: it would go out in the name of whoever does. */
async function enterBy(door: string, shown: object, language: string): Promise<SignInFailure | null> {
  const enter = async () => {
    const failure = await askIn(door, shown, language)
    if (failure !== null) return failure
    rememberSession(true)
    oweSignOut(false)
    await disown().catch(() => undefined)
    tellTabs('entered')
    return null
  }
  return 'locks' in navigator ? navigator.locks.request('maillage.outbox', enter) : enter()
}

async function askIn(door: string, shown: object, language: string): Promise<SignInFailure | null> {
  try {
    const answer = await fetch(door, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
      body: JSON.stringify(shown),
    })
    if (answer.ok) return null
    const body: unknown = await answer.json().catch(() => null)
    if (typeof body === 'object' && body !== null && 'code' in body && 'message' in body)
      return { code: String(body.code), message: String(body.message) }
    return { code: 'INTERNAL', message: '' }
  } catch {
    return { code: 'NETWORK', message: '' }
  }
}

/** Throws when the server could not be told. */
export async function signOut(): Promise<void> {
  const answer = await fetch('/auth/sign-out', { method: 'POST', credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`sign-out answered ${answer.status}`)
}
