import { useEffect, useEffectEvent, useRef } from 'react'
import { useClient } from 'urql'
import { graphql, type ResultOf, type VariablesOf } from './graphql'

const eventsSubscription = graphql(`
  subscription Events($after: String, $scope: EventScope) {
    events(after: $after, scope: $scope) {
      cursor
      fact {
        id
        at
        verb
        actorId
        objectKind
        objectId
        gatheringId
        topicId
        workingGroupId
        jointProjectId
      }
    }
  }
`)

export type LiveFact = NonNullable<ResultOf<typeof eventsSubscription>['events']['fact']>
export type LiveScope = NonNullable<VariablesOf<typeof eventsSubscription>['scope']>

/** Facts that come together are told together: one act of a facilitator may move forty topics. */
const gather = 250
const pauses = [1_000, 2_000, 5_000, 15_000] as const

/**
 * Calls back with the facts of the journal as they are committed, none lost and none twice: it comes back where it stopped
 * after a cut. `scope` limits it to one object; null keeps it closed.
 */
export function useLive(scope: LiveScope | null, onFacts: (facts: LiveFact[]) => void): void {
  const client = useClient()
  const tell = useEffectEvent(onFacts)
  const cursor = useRef<string>(undefined)
  const key = scope === null ? null : JSON.stringify(scope)

  useEffect(() => {
    if (key === null) return
    const scope = JSON.parse(key) as LiveScope
    let waiting: LiveFact[] = []
    let flush: ReturnType<typeof setTimeout> | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    let stop: (() => void) | undefined
    let failures = 0
    let closed = false
    cursor.current = undefined

    const later = () => {
      if (closed) return
      clearTimeout(again)
      again = setTimeout(start, pauses[Math.min(failures++, pauses.length - 1)])
    }
    const start = () => {
      stop?.()
      const stream = client.subscription(
        eventsSubscription,
        { after: cursor.current, scope },
        { fetchOptions: {} },
      )
      const { unsubscribe } = stream.subscribe((result) => {
        if (result.error !== undefined || result.data === undefined) return later()
        failures = 0
        cursor.current = result.data.events.cursor
        if (result.data.events.fact !== null) {
          waiting.push(result.data.events.fact)
          flush ??= setTimeout(() => {
            const facts = waiting
            waiting = []
            flush = undefined
            tell(facts)
          }, gather)
        }
        if (result.hasNext === false) later()
      })
      stop = unsubscribe
    }
    start()
    return () => {
      closed = true
      clearTimeout(flush)
      clearTimeout(again)
      stop?.()
    }
  }, [client, key])
}
