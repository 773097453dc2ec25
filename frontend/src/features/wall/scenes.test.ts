import { describe, expect, it } from 'vitest'
import { scenesOf, type Scene } from './scenes'
import { wall, wallTopic } from './testWall'

const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`)
const room = { topics: 2, cells: 2, results: 2 }

/** What a scene shows, in short. */
function told(scene: Scene): string {
  switch (scene.kind) {
    case 'topics':
      return `${scene.topics.map(({ id }) => id).join()} of ${scene.total}`
    case 'board':
      return `${scene.when} ${scene.slot.id}: ${scene.cells.map(({ space, topic }) => `${space}=${topic?.id ?? ''}`).join(' ')}`
    case 'results':
      return scene.rows.map(({ rank, topic }) => `${rank} ${topic.id}`).join()
    default:
      return scene.kind
  }
}

const tell = (state: Parameters<typeof wall>[0], now: number) => scenesOf(wall(state), now, room).map(told)

describe('the screens of a wall', () => {
  const placed = [
    wallTopic('a', { slotId: 'one', spaceId: 'loire' }),
    wallTopic('b', { slotId: 'two', spaceId: 'vienne' }),
    wallTopic('c'),
    wallTopic('d'),
    wallTopic('e'),
  ]

  it('are the topics, as many at a time as can be read', () => {
    expect(tell({ phase: 'COLLECTION', topics: placed }, at('09:00'))).toEqual([
      'a,b of 5',
      'c,d of 5',
      'e of 5',
    ])
  })

  it('are on the marketplace those without a place, then the board', () => {
    expect(tell({ phase: 'MARKETPLACE', topics: placed }, at('09:00'))).toEqual([
      'c,d of 3',
      'e of 3',
      'next one: Loire=a Cher=',
      'next one: Vienne=',
      'later two: Loire= Cher=',
      'later two: Vienne=b',
    ])
  })

  it('are during the sessions the slot going on and the next, a page of spaces at a time', () => {
    const now = tell({ phase: 'SESSIONS', topics: placed }, at('10:30'))
    expect(now).toEqual([
      'now one: Loire=a Cher=',
      'now one: Vienne=',
      'next two: Loire= Cher=',
      'next two: Vienne=b',
    ])
    expect(tell({ phase: 'SESSIONS', topics: placed }, at('11:05'))).toEqual([
      'next two: Loire= Cher=',
      'next two: Vienne=b',
    ])
    expect(tell({ phase: 'SESSIONS', topics: placed }, at('18:00'))[0]).toBe('now two: Loire= Cher=')
  })

  it('are the vote, and after it the result, equal dots at one rank', () => {
    expect(tell({ phase: 'CONVERGENCE', topics: placed }, at('12:00'))).toEqual(['vote'])
    const counted = [
      wallTopic('a', { dots: 7 }),
      wallTopic('b', { dots: 4 }),
      wallTopic('c', { dots: 4 }),
      wallTopic('d', { dots: 0 }),
    ]
    expect(tell({ phase: 'HARVEST', topics: counted }, at('13:00'))).toEqual(['1 a,2 b', '2 c'])
  })

  it('are the question on stage alone, or the topic that has the floor', () => {
    const onStage = { item: 'Plénière', text: 'Quand ?', votes: 3 }
    expect(tell({ phase: 'MARKETPLACE', topics: placed, onStage, spotlightId: 'c' }, at('09:00'))).toEqual([
      'stage',
    ])
    expect(tell({ phase: 'MARKETPLACE', topics: placed, spotlightId: 'c' }, at('09:00'))).toEqual([
      'spotlight',
    ])
    expect(tell({ phase: 'COLLECTION', topics: placed, spotlightId: 'gone' }, at('09:00'))).toHaveLength(3)
  })

  it('are never none', () => {
    expect(tell({ phase: null, topics: [] }, at('09:00'))).toEqual(['agenda'])
    expect(tell({ phase: 'COLLECTION', topics: [] }, at('09:00'))).toEqual(['agenda'])
    expect(tell({ phase: 'CLOSED', topics: placed }, at('09:00'))).toEqual(['agenda'])
  })
})
