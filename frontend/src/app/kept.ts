import {
  CombinedError,
  getOperationName,
  makeOperation,
  type Exchange,
  type Operation,
  type OperationResult,
} from '@urql/core'
import { useSyncExternalStore } from 'react'
import { filter, fromPromise, fromValue, makeSubject, merge, mergeMap, pipe, tap } from 'wonka'
import type { Kept } from './keptDevice'
import { answered, isReached, notCarried, onChance } from './network'
import { sessionName } from './session'

/** How long a question may go unanswered before what was kept is shown in the meantime. */
const patience = 3_000

/** What is kept lies behind its own code, which no page waits for. */
const device = () => import('./keptDevice')
const recall = (operation: Operation) => device().then(({ recall }) => recall(operation))

/** Asked as one types, or on the way to a write: nothing a page is made of. */
const passing = new Set(['Search', 'PickPeople', 'PeopleToCarryOn', 'LatestHarvest', 'TeamCandidates'])

/** Reads a part of what another question has asked, and brings what was kept of that up to date. */
const partial = new Set(['ForumMoves'])

/** A device that has not got that far keeps nothing, and the page is there all the same. */
const nothingKept = () => undefined

/** Says of a failure that what was asked has never been read on this device. */
export class NeverRead extends Error {
  override name = 'NeverRead'
}

/** When what is on the screen was last answered by the server, by question. */
const seen = new Map<number, number>()
const listeners = new Set<() => void>()
let oldest: number | null = null

function see(key: number, at: number | undefined): void {
  if (at === undefined ? !seen.delete(key) : seen.get(key) === at) return
  if (at !== undefined) seen.set(key, at)
  oldest = seen.size === 0 ? null : Math.min(...seen.values())
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** When the oldest part of what is on the screen was last read from the server; null when it holds nothing from there. */
export function useSeenAt(): number | null {
  return useSyncExternalStore(subscribe, () => oldest)
}

/**
 * Keeps the last answer to every question on the device, and gives it where the network gives none: a page that was read once is
 * read again in a room without network, also after a reload. What was shown that way is asked again as soon as there is a chance.
 * Sits between the cache and the network, so that a kept answer is to the cache like any other.
 */
export const keptExchange: Exchange =
  ({ forward, client }) =>
  (operations$) => {
    const { source: early$, next: tellEarly } = makeSubject<OperationResult>()
    /** Questions on their way, and whether something has been shown in the meantime. */
    const asked = new Map<number, { timer: ReturnType<typeof setTimeout>; isShown: boolean }>()
    /** Questions on the screen that the network has not answered yet. */
    const owed = new Map<number, Operation>()

    const give = (operation: Operation, kept: Kept): OperationResult => {
      if (getOperationName(operation.query) !== sessionName) see(operation.key, kept.at)
      return { operation, data: kept.data, stale: false, hasNext: false }
    }
    const nothing = (operation: Operation): OperationResult => ({
      operation,
      data: undefined,
      error: new CombinedError({ networkError: new NeverRead() }),
      stale: false,
      hasNext: false,
    })
    /** Shows what is kept while the answer is on its way: at once where there is no network to hope for. */
    const showMeanwhile = async (operation: Operation) => {
      const kept = await recall(operation).catch(() => undefined)
      const question = asked.get(operation.key)
      if (question === undefined || question.isShown || (kept === undefined && navigator.onLine)) return
      question.isShown = true
      owed.set(operation.key, operation)
      tellEarly(kept === undefined ? nothing(operation) : give(operation, kept))
    }
    const start = (operation: Operation) => {
      clearTimeout(asked.get(operation.key)?.timer)
      asked.set(operation.key, {
        timer: setTimeout(() => void showMeanwhile(operation), isReached() ? patience : 0),
        isShown: false,
      })
    }
    const stop = (key: number) => {
      clearTimeout(asked.get(key)?.timer)
      asked.delete(key)
    }

    onChance(() => {
      for (const operation of owed.values()) {
        if (asked.has(operation.key)) continue
        client.reexecuteOperation(
          makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }),
        )
      }
    })

    const results$ = pipe(
      operations$,
      tap((operation) => {
        if (operation.kind === 'query') start(operation)
        else if (operation.kind === 'teardown') {
          stop(operation.key)
          owed.delete(operation.key)
          see(operation.key, undefined)
        }
      }),
      forward,
      mergeMap((result) => {
        const { operation, data, error } = result
        if (operation.kind === 'subscription') return fromValue(result)
        if (error?.networkError === undefined) answered()
        else notCarried()
        if (operation.kind !== 'query') {
          if (error === undefined) void device().then(({ follow }) => follow(data), nothingKept)
          return fromValue(result)
        }
        const isShown = asked.get(operation.key)?.isShown === true
        stop(operation.key)
        if (error?.networkError === undefined) {
          owed.delete(operation.key)
          const name = getOperationName(operation.query) ?? ''
          const at = Date.now()
          if (name !== sessionName) see(operation.key, at)
          if (error === undefined && partial.has(name))
            void device().then(({ follow }) => follow(data), nothingKept)
          else if (error === undefined && !passing.has(name))
            void device().then(({ keep }) => keep(operation, data, at), nothingKept)
          return fromValue(result)
        }
        owed.set(operation.key, operation)
        return fromPromise(
          isShown
            ? Promise.resolve(undefined)
            : recall(operation).then(
                (kept) => {
                  if (kept !== undefined) return give(operation, kept)
                  return navigator.onLine ? result : nothing(operation)
                },
                () => result,
              ),
        )
      }),
      filter((result): result is OperationResult => result !== undefined),
    )
    return merge([results$, early$])
  }
