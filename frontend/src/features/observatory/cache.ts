import type { CacheExchangeOpts } from '@urql/exchange-graphcache'

/** A pair has no name of its own: it lives inside the answer that holds it. */
export default { keys: { TiedPair: () => null } } satisfies Pick<CacheExchangeOpts, 'keys'>
