import { makeOperation, type Exchange, type Operation, type OperationResult } from '@urql/core'
import { filter, makeSubject, merge, pipe, tap } from 'wonka'

const patience = 2

/**
 * A question that is on its way while a write makes the cache forget comes back empty: part of its answer is forgotten as
 * older than the write. It is asked again, and its reader goes on waiting meanwhile. Sits outside of the cache.
 */
export const askAgainExchange: Exchange =
  ({ forward }) =>
  (operations$) => {
    const asked = new Map<number, number>()
    // Of its own: the client holds back a question it still waits for, and would wait for ever.
    const { source: again$, next: ask } = makeSubject<Operation>()
    const isEmpty = ({ operation, data, error }: OperationResult) =>
      operation.kind === 'query' && error === undefined && data === null
    return pipe(
      merge([
        pipe(
          operations$,
          tap(({ kind, key }) => {
            if (kind === 'teardown') asked.delete(key)
          }),
        ),
        again$,
      ]),
      forward,
      filter((result) => {
        const { operation } = result
        const times = asked.get(operation.key) ?? 0
        if (!isEmpty(result)) {
          asked.delete(operation.key)
          return true
        }
        // What stays empty is empty: the reader is told.
        if (times >= patience) return true
        asked.set(operation.key, times + 1)
        // Once the cache is done with this answer, unless nobody waits any more.
        queueMicrotask(() => {
          if (asked.has(operation.key))
            ask(makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }))
        })
        return false
      }),
    )
  }
