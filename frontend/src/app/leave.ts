import { addresses } from './addresses'
import { signOut } from './auth'
import { rememberSession } from './remembered'
import { emptyStore } from './store'

/** Signs out: the server ends the session, the device forgets what it kept, and the page starts anew without memory. */
export async function leave(): Promise<void> {
  await signOut()
  rememberSession(false)
  await emptyStore().catch(() => undefined)
  window.location.assign(addresses.signIn())
}
