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

const owed = 'maillage.sign-out-owed'

/** Someone signed out without a network: the server is still to be told, and until then nobody is signed in here. */
export function oweSignOut(isOwed: boolean): void {
  try {
    if (isOwed) localStorage.setItem(owed, '1')
    else localStorage.removeItem(owed)
  } catch {
    // Without storage the session ends on the server when its time is over.
  }
}

export function isSignOutOwed(): boolean {
  try {
    return localStorage.getItem(owed) !== null
  } catch {
    return false
  }
}
