import type { FragmentOf } from '@/app/graphql'
import type { eventLine } from '@/features/journal/components/EventLine'
import type { updateCard } from './components/UpdateCard'

/** One thing in a group's stream: what someone wrote, or a fact of its journal. */
export type StreamItem = { key: string; at: string; isMine: boolean } & (
  | { kind: 'update'; update: FragmentOf<typeof updateCard> }
  | { kind: 'event'; event: FragmentOf<typeof eventLine> }
)

/** How far one of the two lists has been read. */
export interface Reach {
  cursor: string | null
  hasMore: boolean
  /** The instant of the oldest thing read. */
  oldest: number
}

export interface StreamState {
  items: ReadonlyMap<string, StreamItem>
  updates: Reach
  events: Reach
  /** What is newer than this, and not the reader's own, waits to be shown. */
  mark: number
}

export interface StreamPart {
  items: readonly StreamItem[]
  cursor: string | null
  hasMore: boolean
}

export interface StreamPage {
  updates?: StreamPart
  events?: StreamPart
}

export const instant = (item: { at: string }) => Date.parse(item.at)

const reachOf = ({ items, cursor, hasMore }: StreamPart): Reach => ({
  cursor,
  hasMore,
  oldest: items.reduce((oldest, item) => Math.min(oldest, instant(item)), Infinity),
})

/** Takes the newest page in: at first it is all there is to read; later it brings what is new, and what was corrected. */
export function freshen(state: StreamState | null, page: Required<StreamPage>): StreamState {
  const incoming = [...page.updates.items, ...page.events.items]
  // So much has come meanwhile that what lies between is not known: one begins again.
  const isApart = state !== null && incoming.length > 0 && !incoming.some(({ key }) => state.items.has(key))
  if (state === null || (isApart && (page.updates.hasMore || page.events.hasMore))) {
    return {
      items: new Map(incoming.map((item) => [item.key, item])),
      updates: reachOf(page.updates),
      events: reachOf(page.events),
      mark: state?.mark ?? Math.max(0, ...incoming.map(instant)),
    }
  }
  return { ...state, items: withItems(state.items, incoming) }
}

/** Takes an older page in. */
export function extend(state: StreamState, page: StreamPage): StreamState {
  const incoming = [...(page.updates?.items ?? []), ...(page.events?.items ?? [])]
  const further = (reach: Reach, part: StreamPart | undefined): Reach => {
    if (part === undefined) return reach
    const next = reachOf(part)
    return { ...next, oldest: Math.min(reach.oldest, next.oldest) }
  }
  return {
    ...state,
    items: withItems(state.items, incoming),
    updates: further(state.updates, page.updates),
    events: further(state.events, page.events),
  }
}

function withItems(items: StreamState['items'], incoming: readonly StreamItem[]) {
  return new Map([...items, ...incoming.map((item) => [item.key, item] as const)])
}

/** The two lists are read to different depths: what is shown ends where the shallower one does. */
export function frontier({ updates, events }: StreamState): number {
  return Math.max(updates.hasMore ? updates.oldest : -Infinity, events.hasMore ? events.oldest : -Infinity)
}

/** What is shown, the newest first, and how many things wait to be. */
export function shown(state: StreamState): { items: StreamItem[]; waiting: number; hasMore: boolean } {
  const edge = frontier(state)
  const all = [...state.items.values()]
  const isWaiting = (item: StreamItem) => instant(item) > state.mark && !item.isMine
  return {
    items: all
      .filter((item) => !isWaiting(item) && instant(item) >= edge)
      .sort((a, b) => instant(b) - instant(a) || (a.key < b.key ? 1 : -1)),
    waiting: all.filter(isWaiting).length,
    hasMore: state.updates.hasMore || state.events.hasMore,
  }
}

/** Shows all that waited. */
export function showAll(state: StreamState): StreamState {
  return { ...state, mark: Math.max(state.mark, ...[...state.items.values()].map(instant)) }
}
