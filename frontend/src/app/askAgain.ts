import { makeOperation, type Exchange, type OperationResult } from '@urql/core'
import { filter, pipe } from 'wonka'

const patience = 2

/**
 * A question that is on its way while a write makes the cache forget comes back empty: part of its answer is forgotten as
 * older than the write. It is asked again, and its reader goes on waiting meanwhile. Sits outside of the cache.
 */
export const askAgainExchange: Exchange = ({ client, forward }) => {
  const asked = new Map<number, number>()
  const isEmpty = ({ operation, data, error }: OperationResult) =>
    operation.kind === 'query' && error === undefined && data === null
  return (operations$) =>
    pipe(
      forward(operations$),
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
        client.reexecuteOperation(
          makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }),
        )
        return false
      }),
    )
}
