import { useSyncExternalStore } from 'react'

/** How often an open page asks whether there is a newer one. */
const often = 30 * 60_000

let start: (() => void) | null = null
const listeners = new Set<() => void>()

function offer(how: () => void): void {
  start = how
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Starts the new version that is ready; null while there is none. Nobody but the reader starts it. */
export function useNewVersion(): (() => void) | null {
  return useSyncExternalStore(subscribe, () => start)
}

let isInstalled = false

/** Lets the application start without a network from now on, and watches for a newer one. There is nothing to keep of one in development. */
export async function install(): Promise<void> {
  if (isInstalled || import.meta.env.DEV || !('serviceWorker' in navigator)) return
  isInstalled = true
  const { Workbox } = await import('workbox-window')
  const worker = new Workbox('/sw.js')
  let isAsked = false
  let isControlled = navigator.serviceWorker.controller !== null
  worker.addEventListener('waiting', () =>
    offer(() => {
      isAsked = true
      worker.messageSkipWaiting()
    }),
  )
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isAsked) window.location.reload()
    // Started from another tab: this one goes on as it is until its reader is ready.
    else if (isControlled) offer(() => window.location.reload())
    isControlled = true
  })
  if ((await worker.register().catch(() => undefined)) === undefined) return
  let asked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < often) return
    asked = Date.now()
    worker.update().catch(() => undefined)
  })
}
