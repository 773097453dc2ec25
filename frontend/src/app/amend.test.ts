import { describe, expect, it } from 'vitest'
import { amend, objectsOf } from './amend'

describe('an earlier answer', () => {
  const earlier = () => ({
    forum: {
      __typename: 'Forum',
      id: 'f',
      viewerDotsUsed: 1,
      topics: [
        {
          __typename: 'Topic',
          id: '1',
          viewerStarred: false,
          convener: { __typename: 'Person', id: 'p', name: 'Ada' },
        },
        { __typename: 'Topic', id: '2', viewerStarred: false, convener: null },
      ],
    },
  })

  it('is told what a later one says of the same objects, wherever they are', () => {
    const answer = earlier()
    const later = objectsOf({
      starTopic: { topic: { __typename: 'Topic', id: '1', viewerStarred: true, starCount: 4 } },
      castDots: { forum: { __typename: 'Forum', id: 'f', viewerDotsUsed: 3 } },
    })
    expect(amend(answer, later)).toBe(true)
    expect(answer.forum.viewerDotsUsed).toBe(3)
    expect(answer.forum.topics.map(({ viewerStarred }) => viewerStarred)).toEqual([true, false])
    // What the earlier question did not ask for stays out of its answer.
    expect(answer.forum.topics[0]).not.toHaveProperty('starCount')
  })

  it('keeps what its objects lead to, and says when nothing has changed', () => {
    const answer = earlier()
    const later = objectsOf({ topic: { __typename: 'Topic', id: '1', viewerStarred: false, convener: null } })
    expect(amend(answer, later)).toBe(false)
    expect(answer).toEqual(earlier())
  })
})
