import type { CacheExchangeOpts } from '@urql/exchange-graphcache'

/** A dot is seen where it was put before the server has answered; the count of those left follows. */
export default {
  optimistic: {
    castDots: ({ input }, cache) => {
      const { topicId, count } = input as { topicId: string; count: number }
      const topic = { __typename: 'Topic', id: topicId }
      const before = Number(cache.resolve(topic, 'viewerDots') ?? 0)
      const forum = cache.resolve(topic, 'forum')
      const used = typeof forum === 'string' ? cache.resolve(forum, 'viewerDotsUsed') : undefined
      const forumId = typeof forum === 'string' ? cache.resolve(forum, 'id') : undefined
      return {
        __typename: 'CastDotsPayload',
        topic: { ...topic, viewerDots: count },
        forum:
          typeof forumId === 'string' && typeof used === 'number'
            ? { __typename: 'Forum', id: forumId, viewerDotsUsed: used - before + count }
            : null,
      }
    },
  },
  // What has no life of its own is kept where it was told.
  keys: {
    BoardCell: () => null,
    CellNote: () => null,
    TimetableProposal: () => null,
    TimetablePlacement: () => null,
  },
} satisfies Pick<CacheExchangeOpts, 'optimistic' | 'keys'>
