import { useSyncExternalStore } from 'react'
import { addresses } from './addresses'
import { signOut } from './auth'
import { oweSignOut, rememberSession, wasSignedIn } from './remembered'
import { emptyStore } from './store'
import { onTabNews, tellTabs } from './tabs'

/** The page starts anew, without memory. */
function startAnew(): void {
  window.location.replace(addresses.signIn())
}

// Another has signed in in another tab: what this one shows is no longer whose session it is.
onTabNews((news) => (news === 'left' ? startAnew() : window.location.reload()))
if (typeof window !== 'undefined')
  window.addEventListener('pageshow', ({ persisted }) => {
    // The browser's way back would show once more what was read before signing out.
    if (persisted && !wasSignedIn()) startAnew()
  })

/** How many writes would be lost by leaving now, once the person has asked to leave. */
let atStake: number | null = null
const listeners = new Set<() => void>()

function ask(count: number | null): void {
  atStake = count
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How many writes the person who asked to leave would lose; null while nobody has asked. */
export function useAtStake(): number | null {
  return useSyncExternalStore(subscribe, () => atStake)
}

/** Signs out, unless something written has not reached the server: that is asked first. */
export async function leave(): Promise<void> {
  const count = await import('./outbox').then(({ unsent }) => unsent()).catch(() => 0)
  if (count > 0) ask(count)
  else await leaveNow()
}

export function stay(): void {
  ask(null)
}

/**
 * Signs out: the device forgets what it kept, every tab starts anew, and the server ends the session. Without a network the
 * device forgets all the same, and the session is ended before anything else when there is one.
 */
export async function leaveNow(): Promise<void> {
  rememberSession(false)
  oweSignOut(true)
  sessionStorage.clear()
  await emptyStore().catch(() => undefined)
  tellTabs('left')
  await signOut().then(
    () => oweSignOut(false),
    () => undefined,
  )
  startAnew()
}
