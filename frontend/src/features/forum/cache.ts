import type { CacheExchangeOpts } from '@urql/exchange-graphcache'

/** What has no life of its own is kept where it was told. */
export default {
  keys: {
    BoardCell: () => null,
    CellNote: () => null,
    TimetableProposal: () => null,
    TimetablePlacement: () => null,
  },
} satisfies Pick<CacheExchangeOpts, 'keys'>
