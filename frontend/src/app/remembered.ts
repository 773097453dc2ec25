const remembered = 'maillage.signed-in'

/** Remembers on this device that a session existed, so that a stranger's first visit does not ask for a renewal in vain. */
export function rememberSession(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(remembered, '1')
    else localStorage.removeItem(remembered)
  } catch {
    // Without storage an expired session simply asks for the password again.
  }
}

/** Whether a session existed on this device. */
export function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(remembered) !== null
  } catch {
    return false
  }
}
