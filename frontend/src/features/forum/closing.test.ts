import { describe, expect, it } from 'vitest'
import { closingNow } from './closing'

const now = Date.parse('2026-11-23T10:00:00Z')
const ending = (id: string, endsAt: string) => ({ id, title: id, occurrence: { slot: { endsAt } } })

describe('the end of a session', () => {
  it('is told in its last eight minutes, the nearest first', () => {
    const topics = [
      ending('far', '2026-11-23T10:08:01Z'),
      ending('near', '2026-11-23T10:08:00Z'),
      ending('over', '2026-11-23T09:50:00Z'),
      { id: 'unplaced', title: '', occurrence: null },
    ]
    expect(closingNow(topics, now, new Set())).toEqual({ topic: topics[2], minutes: 0 })
    expect(closingNow(topics, now, new Set(['over']))).toEqual({ topic: topics[1], minutes: 8 })
    expect(closingNow(topics, now, new Set(['over', 'near']))).toBeUndefined()
    expect(closingNow(topics, now + 1_000, new Set(['over', 'near']))?.topic.id).toBe('far')
  })
})
