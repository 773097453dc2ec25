import { describe, expect, it } from 'vitest'
import { threadRows } from './threadRows'

const edges = (...pairs: string[]) => pairs.map((pair) => ({ from: pair[0]!, to: pair[1]! }))

describe('the rows of the thread', () => {
  it('put a plain way in one lane, in the order of cause', () => {
    const rows = threadRows(['c', 'a', 'b'], edges('ab', 'bc'))
    expect(rows.map(({ id, lane }) => [id, lane])).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ])
    expect(rows[0]).toMatchObject({ fromAbove: false, toBelow: true, forks: [] })
    expect(rows[2]).toMatchObject({ fromAbove: true, toBelow: false })
  })

  it('open a lane for each further outcome and finish one before the next', () => {
    const rows = threadRows(['a', 'b', 'c', 'd'], edges('ab', 'ac', 'bd'))
    expect(rows.map(({ id, lane }) => [id, lane])).toEqual([
      ['a', 0],
      ['b', 0],
      ['d', 0],
      ['c', 1],
    ])
    expect(rows[0]).toMatchObject({ forks: [1], width: 2 })
    expect(rows[1]).toMatchObject({ through: [1] })
    expect(rows[3]).toMatchObject({ fromAbove: true, through: [] })
  })

  it('bring together what two origins became', () => {
    const rows = threadRows(['a', 'b', 'c'], edges('ac', 'bc'))
    expect(rows.at(-1)).toMatchObject({ id: 'c', lane: 0, merges: [1], fromAbove: true })
  })

  it('show every object once even when the data goes round in circles', () => {
    const rows = threadRows(['a', 'b', 'c'], edges('ab', 'bc', 'ca', 'aa', 'ax'))
    expect(rows.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c'])
  })
})
