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

export async function signIn(
  credentials: { email: string; password: string; remember: boolean },
  language: string,
): Promise<SignInFailure | null> {
  try {
    const answer = await fetch('/auth/sign-in', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
      body: JSON.stringify(credentials),
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

export async function signOut(): Promise<void> {
  await fetch('/auth/sign-out', { method: 'POST', credentials: 'same-origin' })
}
