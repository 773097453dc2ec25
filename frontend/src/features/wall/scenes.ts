import type { Wall, WallQuestion, WallSlot, WallTopic } from './wall'

/** One screenful of the wall. What does not fit one is told in several, one after the other. */
export type Scene =
  | { kind: 'stage'; question: WallQuestion }
  | { kind: 'spotlight'; topic: WallTopic }
  | { kind: 'topics'; topics: WallTopic[]; total: number }
  | { kind: 'board'; slot: WallSlot; when: 'now' | 'next' | 'later'; cells: Cell[] }
  | { kind: 'vote' }
  | { kind: 'results'; rows: { rank: number; topic: WallTopic }[] }
  | { kind: 'agenda' }

export interface Cell {
  space: string
  topic: WallTopic | undefined
}

/** How much a screen holds and is still read from the back of the room. */
export interface Room {
  topics: number
  cells: number
  results: number
}

function pages<Item>(items: readonly Item[], size: number): Item[][] {
  const list: Item[][] = []
  for (let from = 0; from < items.length; from += size) list.push(items.slice(from, from + size))
  return list
}

/**
 * What a room is asked to look at, in the order in which it is shown: the question on stage or the topic that has the floor alone,
 * what the phase asks for otherwise. There is always something.
 */
export function scenesOf(wall: Wall, now: number, room: Room): Scene[] {
  if (wall.onStage !== null) return [{ kind: 'stage', question: wall.onStage }]
  const spotlight = wall.topics.find(({ id }) => id === wall.spotlightId)
  if (spotlight !== undefined) return [{ kind: 'spotlight', topic: spotlight }]
  const scenes = byPhase(wall, now, room)
  return scenes.length > 0 ? scenes : [{ kind: 'agenda' }]
}

function byPhase(wall: Wall, now: number, room: Room): Scene[] {
  switch (wall.phase) {
    case null:
      return []
    case 'PREPARATION':
    case 'COLLECTION':
      return topicScenes(wall.topics, room)
    case 'MARKETPLACE':
      return [
        ...topicScenes(
          wall.topics.filter(({ slotId }) => slotId === null),
          room,
        ),
        ...boardScenes(wall, now, room, wall.slots),
      ]
    case 'SESSIONS': {
      const ahead = wall.slots.filter(({ endsAt }) => Date.parse(endsAt) > now)
      // The slot going on and the one after it; once all are over, the last stays.
      return boardScenes(wall, now, room, ahead.length > 0 ? ahead.slice(0, 2) : wall.slots.slice(-1))
    }
    case 'CONVERGENCE':
      return [{ kind: 'vote' }]
    case 'HARVEST':
    case 'CLOSED':
      return resultScenes(wall, room)
  }
}

function topicScenes(topics: readonly WallTopic[], room: Room): Scene[] {
  return pages(topics, room.topics).map((page) => ({
    kind: 'topics',
    topics: page,
    total: topics.length,
  }))
}

/** A row of the board for each slot in which something stands, or that goes on. */
function boardScenes(wall: Wall, now: number, room: Room, slots: readonly WallSlot[]): Scene[] {
  return slots.flatMap((slot) => {
    const when = whenIs(slot, wall.slots, now)
    const cells = wall.spaces.map(({ id, name }) => ({
      space: name,
      topic: wall.topics.find(({ slotId, spaceId }) => slotId === slot.id && spaceId === id),
    }))
    if (when !== 'now' && cells.every(({ topic }) => topic === undefined)) return []
    return pages(cells, room.cells).map((page): Scene => ({ kind: 'board', slot, when, cells: page }))
  })
}

function whenIs(slot: WallSlot, slots: readonly WallSlot[], now: number): 'now' | 'next' | 'later' {
  if (Date.parse(slot.startsAt) <= now) return 'now'
  return slots.find(({ startsAt }) => Date.parse(startsAt) > now)?.id === slot.id ? 'next' : 'later'
}

/** The result of the vote: equal dots share a rank, and what received none is not told. */
function resultScenes(wall: Wall, room: Room): Scene[] {
  const voted = wall.topics.filter(({ dots }) => (dots ?? 0) > 0)
  const rows = voted.map((topic) => ({
    rank: 1 + voted.findIndex(({ dots }) => dots === topic.dots),
    topic,
  }))
  return pages(rows, room.results).map((page) => ({ kind: 'results', rows: page }))
}
