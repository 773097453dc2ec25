import { authExchange } from '@urql/exchange-auth'
import { cacheExchange, type CacheExchangeOpts, type UpdateResolver } from '@urql/exchange-graphcache'
import { retryExchange } from '@urql/exchange-retry'
import { Client, fetchExchange, subscriptionExchange } from '@urql/core'
import { askAgainExchange } from './askAgain'
import { renew } from './auth'
import { keys } from './embedded'
import { hasCode } from './failure'
import { keptExchange } from './kept'
import { streamOf } from './stream'

/** What a feature may add to the cache in its cache.ts: optimistic answers, keys, lists it joins itself. */
export type FeatureCache = Pick<CacheExchangeOpts, 'optimistic' | 'keys' | 'resolvers'>

export interface ClientOptions {
  /** Read at each request, so that a change of language needs no new client. */
  language: () => string
  /** Called when the session has ended and could not be renewed. */
  onSignedOut: () => void
  caches?: FeatureCache[]
  /** Keeps the answers on the device, for when there is no network. */
  isKept?: boolean
  url?: string
  fetch?: typeof fetch
}

/** Longer than the server takes for anything: what has not been answered by then is on no way that leads there. */
const longest = 30_000

/** A network that takes a request and never answers is one that is not there. */
const patientFetch: typeof fetch = async (address, init) => {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), longest)
  init?.signal?.addEventListener('abort', () => stop.abort())
  try {
    return await fetch(address, { ...init, signal: stop.signal })
  } finally {
    clearTimeout(timer)
  }
}

/** What the cache keeps of the viewer between writes: who they are. Their lists are asked again. */
const lasting = new Set(['__typename', 'id', 'language', 'networkRole', 'staffMember'])

/**
 * After any write the lists kept for the pages may be wrong, and only the server knows which. Every root field is dropped, and
 * every list of the viewer; the page on the screen keeps what it shows and asks again once.
 */
const forget: UpdateResolver = (_result, _arguments, cache, { optimistic }) => {
  // An optimistic answer is shown in what is on the screen, which must still be there to be read.
  if (optimistic) return
  for (const { fieldKey } of cache.inspectFields('Query')) {
    if (fieldKey !== 'viewer') cache.invalidate('Query', fieldKey)
  }
  const viewer = cache.resolve('Query', 'viewer')
  if (typeof viewer !== 'string') return
  for (const { fieldKey, fieldName } of cache.inspectFields(viewer)) {
    if (!lasting.has(fieldName)) cache.invalidate(viewer, fieldKey)
  }
}

/** What leaves no fact behind: every list stays as true as it was. */
const quiet = new Set<string | symbol>(['noteWriting'])

/** Every other mutation, those to come included, forgets the lists. */
const updates: NonNullable<CacheExchangeOpts['updates']> = {
  Mutation: new Proxy({}, { get: (_none, name) => (quiet.has(name) ? undefined : forget), has: () => true }),
}

function merged(caches: FeatureCache[]): FeatureCache {
  const all: Required<FeatureCache> = { optimistic: {}, keys, resolvers: {} }
  for (const cache of caches) {
    Object.assign(all.optimistic, cache.optimistic)
    Object.assign(all.keys, cache.keys)
    Object.assign(all.resolvers, cache.resolvers)
  }
  return all
}

/** The one GraphQL client. Queries are retried on a bad network; a mutation is sent once, and again only by its sender. */
export function createClient({
  language,
  onSignedOut,
  caches = [],
  isKept = false,
  url = '/graphql',
  fetch = patientFetch,
}: ClientOptions): Client {
  return new Client({
    url,
    fetch,
    // The handler takes only POST, and only the stream's own address answers with a stream.
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: {
        'Accept-Language': language(),
        Accept: 'application/graphql-response+json, application/json',
      },
    }),
    exchanges: [
      askAgainExchange,
      cacheExchange({ ...merged(caches), updates }),
      ...(isKept ? [keptExchange] : []),
      retryExchange({
        maxNumberAttempts: 3,
        initialDelayMs: 500,
        retryIf: (error, operation) => operation.kind === 'query' && error.networkError !== undefined,
      }),
      authExchange(async () => ({
        addAuthToOperation: (operation) => operation,
        didAuthError: (error) => error.response?.status === 401 || hasCode(error, 'UNAUTHENTICATED'),
        refreshAuth: async () => {
          if (!(await renew())) onSignedOut()
        },
      })),
      fetchExchange,
      subscriptionExchange({ forwardSubscription: streamOf(`${url}/stream`, language) }),
    ],
  })
}
