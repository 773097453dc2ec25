import { lazy, Suspense, useSyncExternalStore } from 'react'
import type { Notice } from './ToastRegionView'

let pending: Notice[] = []
let show: ((notice: Notice) => void) | undefined
const listeners = new Set<() => void>()
let isNeeded = false

/** Tells something that needs no answer. What went wrong stays until it is closed; what can be undone, a good while. */
export function notify(notice: Notice): void {
  if (show !== undefined) return show(notice)
  pending.push(notice)
  isNeeded = true
  for (const listener of listeners) listener()
}

/** The region is fetched with the first message, and then given all that waited. */
const View = lazy(async () => {
  const view = await import('./ToastRegionView')
  show = view.show
  for (const notice of pending) show(notice)
  pending = []
  return { default: view.ToastRegionView }
})

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where the messages appear; once, in the layout. */
export function ToastRegion() {
  const needed = useSyncExternalStore(subscribe, () => isNeeded)
  return needed ? (
    <Suspense>
      <View />
    </Suspense>
  ) : null
}
