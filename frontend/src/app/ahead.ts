import type { AnyRoute, AnyRouter } from '@tanstack/react-router'
import { partsToCome } from '@/ui/later'
import { shellRoute } from './roots'

/** What opens over a page, on whichever page one is. */
const parts: readonly (() => Promise<unknown>)[] = [
  () => import('@/ui/DialogView'),
  () => import('@/ui/ToastRegionView'),
  // What is opened when the network has gone.
  () => import('./OutboxDialog'),
  () => import('./LeaveDialog'),
  () => import('@/ui/MenuPopover'),
  () => import('@/ui/PopoverView'),
  () => import('@/ui/ComboBoxView'),
  () => import('./CommandPalette'),
]

/** Waits for a moment in which the page has nothing better to do. */
function rest(): Promise<void> {
  return new Promise((done) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => done(), { timeout: 5_000 })
    else setTimeout(done, 200)
  })
}

/**
 * Fetches the rest of the application once the first page is there, a piece at a time: in a room whose network comes and goes,
 * what one opens later must not need it. Stops when told to, and leaves those who save data alone.
 */
export async function fetchAhead(router: AnyRouter, isStopped: () => boolean): Promise<void> {
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  if (connection?.saveData === true) return
  const routes = (Object.values(router.routesById) as AnyRoute[]).filter((route) =>
    isUnder(route, shellRoute.id),
  )
  const fetched = new Set<() => Promise<unknown>>()
  const wanted = [...parts, ...routes.map((route) => async () => router.loadRouteChunk(route))]
  // A page that is there says what else it may open, and so may that.
  for (let load = wanted.shift(); load !== undefined; load = wanted.shift()) {
    await rest()
    if (isStopped() || !navigator.onLine) return
    // What cannot be fetched now is fetched when it is needed, and says then what is wrong.
    await load().catch(() => undefined)
    fetched.add(load)
    if (wanted.length === 0) wanted.push(...partsToCome().filter((part) => !fetched.has(part)))
  }
}

function isUnder(route: AnyRoute, id: string): boolean {
  const { parentRoute } = route as { parentRoute?: AnyRoute }
  return parentRoute !== undefined && (parentRoute.id === id || isUnder(parentRoute, id))
}
