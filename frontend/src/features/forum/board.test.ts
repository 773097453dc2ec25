import { describe, expect, it } from 'vitest'
import {
  at,
  boardOf,
  cellOf,
  conflictsOf,
  forbids,
  inSessions,
  matches,
  momentOf,
  nowAndNext,
  programmeOf,
  ranked,
  votable,
  wallOf,
} from './board'
import { malik, nadia, placed, schools, session, slots, spaces, topic } from './testForum'

const [morning, noon] = slots as [(typeof slots)[number], (typeof slots)[number]]
const [loire, indre] = spaces as [(typeof spaces)[number], (typeof spaces)[number]]
const ids = (topics: readonly { id: string }[]) => topics.map(({ id }) => id)

describe('the board', () => {
  it('knows what stands in a cell, and that a withdrawn topic stands nowhere', () => {
    const here = placed('morning', 'loire', { id: 'here' })
    const gone = placed('noon', 'loire', { id: 'gone', state: 'WITHDRAWN' })
    const board = boardOf([here, gone])
    expect(at(board, { slotId: 'morning', spaceId: 'loire' })).toBe(here)
    expect(at(board, { slotId: 'noon', spaceId: 'loire' })).toBeUndefined()
    expect(cellOf(gone)).toBeNull()
  })

  it('shows a topic where it has been asked to be, before the answer', () => {
    const here = placed('morning', 'loire', { id: 'here' })
    const board = boardOf([here], { topicId: 'here', to: { slotId: 'noon', spaceId: 'indre' } })
    expect(at(board, { slotId: 'morning', spaceId: 'loire' })).toBeUndefined()
    expect(at(board, { slotId: 'noon', spaceId: 'indre' })?.id).toBe('here')
    expect(boardOf([here], { topicId: 'here', to: null }).size).toBe(0)
  })

  it('sorts the wall into what it asks for, each part in the order of the wall', () => {
    const topics = [
      topic({ id: 'new' }),
      topic({ id: 'nobody', convener: null }),
      topic({ id: 'pitched', state: 'PITCHED' }),
      placed('morning', 'loire', { id: 'placed' }),
      topic({ id: 'later', state: 'POSTPONED' }),
      topic({ id: 'off', state: 'WITHDRAWN' }),
      topic({ id: 'newer' }),
    ]
    const wall = wallOf(topics, boardOf(topics))
    expect(ids(wall.toPitch)).toEqual(['new', 'newer'])
    expect(ids(wall.toPlace)).toEqual(['pitched'])
    expect(ids(wall.unconvened)).toEqual(['nobody'])
    expect(ids(wall.postponed)).toEqual(['later'])
    expect(ids(wall.placed)).toEqual(['placed'])
    expect(ids(wall.off)).toEqual(['off'])
  })
})

describe('a topic that is held several times', () => {
  const twice = () => {
    const sessions = [
      session('first', 'morning', 'loire', { state: 'ENDED', participantCount: 4 }),
      session('second', 'noon', 'indre'),
    ]
    return placed('noon', 'indre', {
      id: 'twice',
      sessions,
      occurrence: sessions[1],
      viewerCanStart: true,
      viewerCanPlace: true,
    })
  }

  it('stands in each of its cells, as it is there', () => {
    const board = boardOf([twice()])
    const first = at(board, { slotId: 'morning', spaceId: 'loire' })
    expect(first).toMatchObject({ state: 'HELD', viewerCanStart: false, viewerCanPlace: false })
    expect(first?.occurrence).toMatchObject({ id: 'first', participantCount: 4 })
    const second = at(board, { slotId: 'noon', spaceId: 'indre' })
    expect(second).toMatchObject({ state: 'SCHEDULED', viewerCanStart: true })
    expect(wallOf([twice()], board).placed).toHaveLength(1)
  })

  it('moves in one session only, and may be asked for one more', () => {
    const to = { slotId: 'noon', spaceId: 'loire' }
    const moved = boardOf([twice()], { topicId: 'twice', sessionId: 'second', to })
    expect(at(moved, { slotId: 'noon', spaceId: 'indre' })).toBeUndefined()
    expect(at(moved, to)?.occurrence?.id).toBe('second')
    expect(at(moved, { slotId: 'morning', spaceId: 'loire' })).toBeDefined()
    expect(boardOf([twice()], { topicId: 'twice', sessionId: null, to }).size).toBe(3)
  })

  it('is not held twice in one slot', () => {
    const [first, second] = inSessions(twice())
    const board = boardOf([twice()])
    expect(conflictsOf(first!, noon, loire, board, spaces).map(({ kind }) => kind)).toEqual(['inSlot'])
    expect(conflictsOf(second!, noon, loire, board, spaces)).toEqual([])
    expect(conflictsOf(second!, noon, loire, board, spaces, true).some(forbids)).toBe(true)
  })

  it('is over here and ahead there', () => {
    const moment = momentOf([twice()], slots, Date.parse('2026-11-23T10:35:00Z'))
    expect(moment.over.map(({ occurrence }) => occurrence?.id)).toEqual(['first'])
    expect(moment.next.map(({ occurrence }) => occurrence?.id)).toEqual(['second'])
  })
})

describe('conflicts', () => {
  const other = placed('morning', 'loire', { id: 'other', convener: malik as never })
  const board = boardOf([other])

  it('forbids a cell that is taken', () => {
    const conflicts = conflictsOf(topic({ convener: nadia as never }), morning, loire, board, spaces)
    expect(conflicts).toEqual([{ kind: 'taken', by: other }])
    expect(conflicts.some(forbids)).toBe(true)
  })

  it('forbids a convener two rooms at once, but not one after the other', () => {
    const mine = topic({ convener: malik as never })
    expect(conflictsOf(mine, morning, indre, board, spaces).map(({ kind }) => kind)).toEqual([
      'convenerElsewhere',
    ])
    expect(conflictsOf(mine, noon, indre, board, spaces)).toEqual([])
  })

  it('does not hold nobody for one and the same convener', () => {
    const nobodys = placed('morning', 'loire', { convener: null })
    expect(conflictsOf(topic({ convener: null }), morning, indre, boardOf([nobodys]), spaces)).toEqual([])
  })

  it('tells that a room is too small, and by how much', () => {
    const wanted = topic({ starCount: 11, convener: nadia as never })
    const conflicts = conflictsOf(wanted, noon, indre, board, spaces)
    expect(conflicts).toEqual([{ kind: 'tooSmall', missing: 3 }])
    expect(conflicts.some(forbids)).toBe(false)
  })

  it('tells of what one starred oneself in the same slot', () => {
    const starred = placed('morning', 'loire', { viewerStarred: true })
    const wanted = topic({ viewerStarred: true, convener: nadia as never })
    expect(conflictsOf(wanted, morning, indre, boardOf([starred]), spaces)).toEqual([
      { kind: 'starredToo', by: [starred] },
    ])
  })

  it('lets a topic stay or move beside itself', () => {
    expect(conflictsOf(other, morning, loire, board, spaces)).toEqual([])
    expect(conflictsOf(other, morning, indre, board, spaces)).toEqual([])
  })
})

describe('what is looked for', () => {
  const wanted = topic({
    title: 'Tenir une école ouverte',
    convener: nadia as never,
    author: nadia as never,
    viewerStarred: true,
    themes: [schools] as never,
  })

  it('finds words without their accents, in any order, conveners included', () => {
    expect(matches(wanted, { q: 'ECOLE tenir' }, 'x')).toBe(true)
    expect(matches(wanted, { q: 'nadia' }, 'x')).toBe(true)
    expect(matches(wanted, { q: 'école fermée' }, 'x')).toBe(false)
  })

  it('narrows to one’s own, starred, unplaced, and a theme', () => {
    expect(matches(wanted, { miens: true }, 'person')).toBe(true)
    expect(matches(wanted, { miens: true }, 'malik')).toBe(false)
    expect(matches(topic(), { etoiles: true }, 'person')).toBe(false)
    expect(matches(placed('noon', 'loire'), { aplacer: true }, 'person')).toBe(false)
    expect(matches(wanted, { theme: 'schools', etoiles: true, aplacer: true }, 'person')).toBe(true)
    expect(matches(wanted, { theme: 'other' }, 'person')).toBe(false)
  })
})

describe('the day', () => {
  const during = Date.parse('2026-11-23T10:00:00Z')
  const between = Date.parse('2026-11-23T10:35:00Z')
  const after = Date.parse('2026-11-23T18:00:00Z')

  it('knows the slot that is on and the one that follows', () => {
    expect(nowAndNext(slots, during)).toEqual({ now: morning, next: noon })
    expect(nowAndNext(slots, between)).toEqual({ now: undefined, next: noon })
    expect(nowAndNext(slots, after)).toEqual({ now: undefined, next: undefined })
  })

  const running = placed('morning', 'loire', { id: 'running', state: 'RUNNING' })
  const late = placed('morning', 'indre', { id: 'late' })
  const next = placed('noon', 'loire', { id: 'next' })
  const held = placed('morning', 'loire', { id: 'held', state: 'HELD' })
  const harvested = placed('morning', 'loire', { id: 'harvested', state: 'HARVESTED' })
  const all = [harvested, next, late, held, running, topic()]

  it('sorts the sessions by when they matter, those without a harvest first among those over', () => {
    const moment = momentOf(all, slots, during)
    expect(ids(moment.running)).toEqual(['running'])
    expect(ids(moment.waiting)).toEqual(['late'])
    expect(ids(moment.next)).toEqual(['next'])
    expect(ids(moment.over)).toEqual(['held', 'harvested'])
  })

  it('keeps a session that nobody has opened in its time in sight', () => {
    expect(ids(momentOf(all, slots, between).waiting)).toEqual(['late'])
    expect(ids(momentOf(all, slots, after).waiting)).toEqual(['late', 'next'])
  })

  it('makes a programme of what one convenes, starred or sits in, slot by slot', () => {
    const convened = placed('morning', 'loire', { id: 'convened', convener: nadia as never })
    const starred = placed('morning', 'indre', { id: 'starred', viewerStarred: true })
    const unplaced = topic({ id: 'unplaced', viewerStarred: true })
    const others = placed('noon', 'loire', { id: 'others' })
    const programme = programmeOf(slots, spaces, [convened, starred, unplaced, others], 'person')
    expect(programme.slots.map(({ sessions }) => sessions.map((session) => session.topic.id))).toEqual([
      ['convened', 'starred'],
      [],
    ])
    expect(programme.slots[0]?.sessions[1]?.space?.name).toBe('Salle Indre')
    expect(ids(programme.unplaced)).toEqual(['unplaced'])
  })
})

describe('the vote', () => {
  it('shows harvests in the order of the wall, whatever their dots', () => {
    const a = topic({ id: 'a', state: 'HARVESTED', viewerDots: 0 })
    const b = topic({ id: 'b', state: 'HELD', viewerDots: 3 })
    const c = topic({ id: 'c' })
    expect(ids(votable([a, b, c, topic({ state: 'WITHDRAWN' })]).harvested)).toEqual(['a', 'b'])
    expect(ids(votable([a, b, c]).others)).toEqual(['c'])
  })

  it('ranks by dots, and gives equals the same rank', () => {
    const list = ranked([
      topic({ id: 'two', dotCount: 2 }),
      topic({ id: 'five', dotCount: 5 }),
      topic({ id: 'also', dotCount: 2 }),
      topic({ id: 'off', dotCount: 9, state: 'WITHDRAWN' }),
    ])
    expect(list.map(({ rank, topic: { id } }) => [rank, id])).toEqual([
      [1, 'five'],
      [2, 'two'],
      [2, 'also'],
    ])
  })
})
