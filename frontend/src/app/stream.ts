import type { SubscriptionForwarder } from '@urql/core'
import type { Client } from 'graphql-sse'

let streams: Promise<Client> | undefined

/** The stream's code is fetched with the first subscription: no page waits for it. */
function open(url: string, language: () => string): Promise<Client> {
  streams ??= import('graphql-sse').then(({ createClient }) =>
    createClient({
      url,
      credentials: 'same-origin',
      headers: () => ({ 'Accept-Language': language() }),
      // Whoever listens comes back by themselves, from where they stopped: the same question sent again would tell twice.
      retryAttempts: 0,
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
