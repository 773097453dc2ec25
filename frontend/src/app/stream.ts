import type { SubscriptionForwarder } from '@urql/core'
import type { Client } from 'graphql-sse'
import { renew } from './auth'

let streams: Promise<Client> | undefined

/** The stream's code is fetched with the first subscription: no page waits for it. */
function open(url: string, language: () => string): Promise<Client> {
  streams ??= import('graphql-sse').then(({ createClient }) =>
    createClient({
      url,
      credentials: 'same-origin',
      headers: () => ({ 'Accept-Language': language() }),
      retryAttempts: Infinity,
      retry: async (tries) => {
        // A dropped stream is most often a sleeping phone or an expired cookie: renew, then wait longer each time.
        if (tries > 0) await renew()
        const pause = Math.min(30_000, 1_000 * 2 ** tries) * (0.75 + Math.random() / 2)
        await new Promise((done) => setTimeout(done, pause))
      },
    }),
  )
  return streams
}

/** Sends urql's subscriptions through the server-sent events handler, one connection each. */
export function streamOf(url: string, language: () => string): SubscriptionForwarder {
  return (request) => ({
    subscribe(sink) {
      let stop: (() => void) | undefined
      let stopped = false
      void open(url, language).then((client) => {
        if (stopped) return
        stop = client.subscribe(
          { query: request.query ?? '', variables: request.variables },
          {
            next: (value) => sink.next(value as Parameters<typeof sink.next>[0]),
            error: (error) => sink.error(error),
            complete: () => sink.complete(),
          },
        )
      })
      return {
        unsubscribe() {
          stopped = true
          stop?.()
        },
      }
    },
  })
}
