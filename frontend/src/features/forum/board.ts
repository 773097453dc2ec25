import type { Slot, Space, WallTopic } from './forum'

/** A place on the board: one space in one slot. */
export interface Cell {
  slotId: string
  spaceId: string
}

export type Board = ReadonlyMap<string, WallTopic>

const keyOf = (cell: Cell) => `${cell.slotId} ${cell.spaceId}`

/** Where a topic stands, or null while it is not on the board. */
export function cellOf(topic: WallTopic): Cell | null {
  if (topic.occurrence === null || off.has(topic.state)) return null
  return { slotId: topic.occurrence.slot.id, spaceId: topic.occurrence.space.id }
}

/**
 * A topic once for each of its sessions that stand, as it is in that session: what can be done there, and how far it is. A topic
 * with one session or none is itself.
 */
export function inSessions(topic: WallTopic): WallTopic[] {
  const { sessions } = topic
  if (sessions === undefined || sessions.length < 2) return [topic]
  return sessions.map((occurrence) => {
    const isAhead = occurrence.state === 'PLANNED'
    const isOn = occurrence.state === 'RUNNING'
    const over = topic.state === 'HARVESTED' ? 'HARVESTED' : 'HELD'
    return {
      ...topic,
      occurrence,
      state: isAhead ? 'SCHEDULED' : isOn ? 'RUNNING' : over,
      viewerCanStart: topic.viewerCanStart && isAhead,
      viewerCanHold: topic.viewerCanHold && isOn,
      viewerCanPlace: topic.viewerCanPlace && isAhead,
      viewerCanUnplace: topic.viewerCanUnplace && isAhead,
    }
  })
}

/** A placing that has been asked for and not answered yet. `sessionId` is the session that moves; null for one more. */
export interface Moving {
  topicId: string
  sessionId?: string | null | undefined
  to: Cell | null
}

/** Whether it is this topic, in this session, that moves. */
export function isMoving(topic: WallTopic, moving: Moving | undefined): boolean {
  return (
    moving !== undefined &&
    moving.topicId === topic.id &&
    (moving.sessionId === undefined || moving.sessionId === topic.occurrence?.id)
  )
}

/** What stands where. `moving` is a placing that has been asked for and not answered yet: it is shown where it is to be. */
export function boardOf(topics: readonly WallTopic[], moving?: Moving): Board {
  const board = new Map<string, WallTopic>()
  for (const topic of topics.flatMap(inSessions)) {
    const cell = isMoving(topic, moving) ? moving!.to : cellOf(topic)
    if (cell !== null) board.set(keyOf(cell), topic)
  }
  const repeated = topics.find(({ id }) => id === moving?.topicId)
  if (moving?.sessionId === null && moving.to !== null && repeated !== undefined)
    board.set(keyOf(moving.to), repeated)
  return board
}

export function at(board: Board, cell: Cell): WallTopic | undefined {
  return board.get(keyOf(cell))
}

const off: ReadonlySet<string> = new Set(['WITHDRAWN', 'MERGED', 'DRAFT'])

export interface Wall {
  /** Waits to be presented to the room. */
  toPitch: WallTopic[]
  /** Presented, and without a place yet. */
  toPlace: WallTopic[]
  /** Nobody convenes it yet: it cannot be held as it is. */
  unconvened: WallTopic[]
  postponed: WallTopic[]
  placed: WallTopic[]
  /** Taken off the wall; still there to be read. */
  off: WallTopic[]
}

/** Sorts the wall into what it asks for. Each part keeps the order in which topics were pinned. */
export function wallOf(topics: readonly WallTopic[], board: Board): Wall {
  const placed = new Set([...board.values()].map((topic) => topic.id))
  const wall: Wall = { toPitch: [], toPlace: [], unconvened: [], postponed: [], placed: [], off: [] }
  for (const topic of topics) {
    if (off.has(topic.state)) wall.off.push(topic)
    else if (placed.has(topic.id)) wall.placed.push(topic)
    else if (topic.state === 'POSTPONED') wall.postponed.push(topic)
    else if (topic.convener === null) wall.unconvened.push(topic)
    else if (topic.state === 'PITCHED') wall.toPlace.push(topic)
    else wall.toPitch.push(topic)
  }
  return wall
}

/** What speaks against a place. The first three forbid it; the others are told, and the placer decides. */
export type Conflict =
  | { kind: 'taken'; by: WallTopic }
  | { kind: 'convenerElsewhere'; by: WallTopic }
  | { kind: 'inSlot' }
  | { kind: 'tooSmall'; missing: number }
  | { kind: 'starredToo'; by: WallTopic[] }
  | { kind: 'together'; count: number; by: WallTopic }

export function forbids({ kind }: Conflict): boolean {
  return kind === 'taken' || kind === 'convenerElsewhere' || kind === 'inSlot'
}

/** Everything the reader's own device can tell before a topic is put in a cell; the server has the last word. */
export function conflictsOf(
  topic: WallTopic,
  slot: Slot,
  space: Space,
  board: Board,
  spaces: readonly Space[],
  isRepeat = false,
): Conflict[] {
  const conflicts: Conflict[] = []
  const there = at(board, { slotId: slot.id, spaceId: space.id })
  if (there !== undefined && there.id !== topic.id) conflicts.push({ kind: 'taken', by: there })
  const inSlot = spaces
    .map((other) => at(board, { slotId: slot.id, spaceId: other.id }))
    .filter((other): other is WallTopic => other !== undefined)
  const beside = inSlot.filter((other) => other.id !== topic.id)
  const twice = inSlot.some(
    (other) => other.id === topic.id && (isRepeat || other.occurrence?.id !== topic.occurrence?.id),
  )
  if (twice) conflicts.push({ kind: 'inSlot' })
  const elsewhere = beside.find(
    (other) => topic.convener !== null && other.convener?.id === topic.convener.id,
  )
  if (elsewhere !== undefined) conflicts.push({ kind: 'convenerElsewhere', by: elsewhere })
  if (topic.starCount > space.capacity)
    conflicts.push({ kind: 'tooSmall', missing: topic.starCount - space.capacity })
  const starred = topic.viewerStarred ? beside.filter((other) => other.viewerStarred) : []
  if (starred.length > 0) conflicts.push({ kind: 'starredToo', by: starred })
  return conflicts
}

/** What narrows the wall; it is all in the page's address. */
export interface WallFilter {
  q?: string
  miens?: boolean
  etoiles?: boolean
  aplacer?: boolean
  theme?: string
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase()

export function isFiltered(filter: WallFilter): boolean {
  return Boolean(filter.q || filter.miens || filter.etoiles || filter.aplacer || filter.theme)
}

export function matches(topic: WallTopic, filter: WallFilter, personId: string): boolean {
  if (filter.miens && topic.convener?.id !== personId && topic.author.id !== personId) return false
  if (filter.etoiles && !topic.viewerStarred) return false
  if (filter.aplacer && cellOf(topic) !== null) return false
  if (filter.theme && !topic.themes.some((theme) => theme.id === filter.theme)) return false
  if (!filter.q) return true
  const text = plain(`${topic.title} ${topic.description} ${topic.convener?.name ?? ''}`)
  return plain(filter.q)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

export interface ProgrammeSlot {
  slot: Slot
  sessions: { topic: WallTopic; space: Space | undefined }[]
}

/** What the reader convenes or starred, slot by slot; two in one slot are theirs to choose from. */
export function programmeOf(
  slots: readonly Slot[],
  spaces: readonly Space[],
  topics: readonly WallTopic[],
  personId: string,
): { slots: ProgrammeSlot[]; unplaced: WallTopic[] } {
  const mine = topics
    .flatMap(inSessions)
    .filter(
      (topic) =>
        !off.has(topic.state) &&
        (topic.viewerStarred ||
          topic.convener?.id === personId ||
          topic.occurrence?.viewerCheckedIn === true),
    )
  return {
    slots: slots.map((slot) => ({
      slot,
      sessions: mine
        .filter((topic) => cellOf(topic)?.slotId === slot.id)
        .map((topic) => ({
          topic,
          space: spaces.find((space) => space.id === topic.occurrence?.space.id),
        })),
    })),
    unplaced: mine.filter((topic) => cellOf(topic) === null),
  }
}

/** The slot going on at a moment, and the one after it. */
export function nowAndNext(slots: readonly Slot[], now: number): { now?: Slot; next?: Slot } {
  return {
    now: slots.find((slot) => Date.parse(slot.startsAt) <= now && now < Date.parse(slot.endsAt)),
    next: slots.find((slot) => Date.parse(slot.startsAt) > now),
  }
}

export interface Moment {
  running: WallTopic[]
  /** Of the slot going on, and not opened yet. */
  waiting: WallTopic[]
  next: WallTopic[]
  later: WallTopic[]
  /** Held: first those whose harvest is still awaited. */
  over: WallTopic[]
}

/** The placed sessions as they matter at a moment of the day. */
export function momentOf(topics: readonly WallTopic[], slots: readonly Slot[], now: number): Moment {
  const order = new Map(slots.map((slot, index) => [slot.id, index]))
  const { now: current, next } = nowAndNext(slots, now)
  const moment: Moment = { running: [], waiting: [], next: [], later: [], over: [] }
  for (const topic of inSlotOrder(topics.flatMap(inSessions), order)) {
    const slotId = cellOf(topic)?.slotId
    if (topic.state === 'RUNNING') moment.running.push(topic)
    else if (topic.state === 'HELD' || topic.state === 'HARVESTED') moment.over.push(topic)
    else if (slotId === undefined) continue
    else if (current !== undefined && order.get(slotId)! <= order.get(current.id)!) moment.waiting.push(topic)
    else if (slotId === next?.id) moment.next.push(topic)
    else if (next === undefined) moment.waiting.push(topic)
    else if (order.get(slotId)! < order.get(next.id)!) moment.waiting.push(topic)
    else moment.later.push(topic)
  }
  moment.over.sort((a, b) => Number(a.state === 'HARVESTED') - Number(b.state === 'HARVESTED'))
  return moment
}

function inSlotOrder(topics: readonly WallTopic[], order: ReadonlyMap<string, number>): WallTopic[] {
  const place = (topic: WallTopic) => order.get(cellOf(topic)?.slotId ?? '') ?? Infinity
  return topics.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

/** What can be voted on, those with a harvest first; never in the order of the votes. */
export function votable(topics: readonly WallTopic[]): { harvested: WallTopic[]; others: WallTopic[] } {
  const standing = topics.filter((topic) => !off.has(topic.state) && topic.state !== 'POSTPONED')
  return {
    harvested: standing.filter((topic) => topic.state === 'HARVESTED' || topic.state === 'HELD'),
    others: standing.filter((topic) => topic.state !== 'HARVESTED' && topic.state !== 'HELD'),
  }
}

/** The result of the vote: equal dots share a rank. */
export function ranked(topics: readonly WallTopic[]): { rank: number; topic: WallTopic }[] {
  const voted = topics
    .filter((topic) => !off.has(topic.state))
    .toSorted((a, b) => (b.dotCount ?? 0) - (a.dotCount ?? 0) || b.starCount - a.starCount)
  return voted.map((topic) => ({
    topic,
    rank: 1 + voted.findIndex((other) => (other.dotCount ?? 0) === (topic.dotCount ?? 0)),
  }))
}
