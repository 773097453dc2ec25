import { useSyncExternalStore } from 'react'

/** How long to wait before trying again, each time longer; then always the last. */
const pauses = [2_000, 5_000, 10_000, 20_000, 30_000] as const

let isHere = typeof navigator === 'undefined' || navigator.onLine
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const chances = new Set<() => void>()

function tell(here: boolean): void {
  if (here === isHere) return
  isHere = here
  for (const listener of listeners) listener()
}

function takeChance(): void {
  for (const chance of chances) chance()
}

/** A few hundred phones find the network again in the same second: they do not all speak at once. */
function later(): void {
  clearTimeout(timer)
  const pause = pauses[Math.min(failures, pauses.length - 1)]!
  failures += 1
  timer = setTimeout(
    () => {
      takeChance()
      if (!isHere) later()
    },
    pause * (0.75 + Math.random() / 2),
  )
}

/** The server has answered, whatever it said. */
export function answered(): void {
  failures = 0
  if (isHere) return
  clearTimeout(timer)
  tell(true)
  takeChance()
}

/** A question or a write was not carried. */
export function notCarried(): void {
  if (isHere) {
    tell(false)
    later()
  }
}

/** Whether the last thing asked was answered. A device that says it has a network does not always reach the server. */
export function isReached(): boolean {
  return isHere
}

/** Calls back whenever it is worth trying again: the network is back, the page is looked at again, some time has passed. */
export function onChance(chance: () => void): () => void {
  chances.add(chance)
  return () => chances.delete(chance)
}

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => {
    failures = 0
    tell(true)
    takeChance()
  })
  window.addEventListener('offline', () => {
    if (!isHere) return
    tell(false)
    later()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !isHere) takeChance()
  })
  if (!isHere) later()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the server is reached, followed as it changes. */
export function useReached(): boolean {
  return useSyncExternalStore(subscribe, isReached)
}
