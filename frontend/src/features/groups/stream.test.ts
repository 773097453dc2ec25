import { describe, expect, it } from 'vitest'
import { extend, freshen, frontier, showAll, shown, type StreamItem, type StreamPart } from './stream'

const item = (key: string, hour: number, isMine = false) =>
  ({ kind: 'event', key, at: new Date(hour * 3_600_000).toISOString(), isMine, event: {} }) as StreamItem

const part = (items: StreamItem[], hasMore = false): StreamPart => ({
  items,
  hasMore,
  cursor: items.at(-1)?.key ?? null,
})

const keys = (items: readonly StreamItem[]) => items.map(({ key }) => key)

describe('the stream of a group', () => {
  it('puts the two lists in one order, and ends where the shallower one does', () => {
    const state = freshen(null, {
      updates: part([item('u9', 9), item('u2', 2)]),
      events: part([item('e8', 8), item('e6', 6)], true),
    })
    expect(frontier(state)).toBe(6 * 3_600_000)
    expect(keys(shown(state).items)).toEqual(['u9', 'e8', 'e6'])
    expect(shown(state).hasMore).toBe(true)
    const further = extend(state, { events: part([item('e4', 4), item('e1', 1)]) })
    expect(keys(shown(further).items)).toEqual(['u9', 'e8', 'e6', 'e4', 'u2', 'e1'])
    expect(shown(further).hasMore).toBe(false)
  })

  it('holds back what others add until it is asked for, and shows what the reader adds at once', () => {
    const first = freshen(null, { updates: part([item('u1', 1)]), events: part([]) })
    const later = freshen(first, {
      updates: part([item('mine', 4, true), item('theirs', 3), item('u1', 1)]),
      events: part([]),
    })
    expect(keys(shown(later).items)).toEqual(['mine', 'u1'])
    expect(shown(later).waiting).toBe(1)
    expect(keys(shown(showAll(later)).items)).toEqual(['mine', 'theirs', 'u1'])
    expect(shown(showAll(later)).waiting).toBe(0)
  })

  it('keeps what newer things have pushed off the first page', () => {
    const first = freshen(null, { updates: part([item('b', 2), item('a', 1)]), events: part([]) })
    const later = freshen(first, {
      updates: part([item('c', 3, true), item('b', 2)], true),
      events: part([]),
    })
    expect(keys(shown(later).items)).toEqual(['c', 'b', 'a'])
  })

  it('begins again when more has come than one page holds', () => {
    const first = freshen(null, { updates: part([item('a', 1)]), events: part([]) })
    const later = freshen(first, {
      updates: part([item('z', 9, true), item('y', 8, true)], true),
      events: part([]),
    })
    expect(keys(shown(later).items)).toEqual(['z', 'y'])
    expect(shown(later).hasMore).toBe(true)
  })
})
