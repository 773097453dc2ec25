import { useEffect, useEffectEvent, useRef } from 'react'
import { useClient } from 'urql'
import { onEnd, pipe, subscribe } from 'wonka'
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
      writingTopicId
    }
  }
`)

export type LiveFact = NonNullable<ResultOf<typeof eventsSubscription>['events']['fact']>
export type LiveScope = NonNullable<VariablesOf<typeof eventsSubscription>['scope']>

/** Facts that come together are told together: one act of a facilitator may move forty topics. */
const gather = 250
/** Each is shortened or lengthened by up to a half: a whole room that was cut off together does not come back together. */
const pauses = [500, 2_000, 5_000, 15_000] as const

/**
 * Calls back with the facts of the journal as they are committed, none lost and none twice: it comes back where it stopped
 * after a cut. `scope` limits it to one object; null keeps it closed.
 */
export function useLive(
  scope: LiveScope | null,
  onFacts: (facts: LiveFact[]) => void,
  /** Somebody has begun, or ceased, to write the harvest of a topic. */
  onWriting?: (topicId: string) => void,
): void {
  const client = useClient()
  const tell = useEffectEvent(onFacts)
  const tellWriting = useEffectEvent((topicId: string) => onWriting?.(topicId))
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
      stop?.()
      stop = undefined
      clearTimeout(again)
      again = setTimeout(start, pauses[Math.min(failures++, pauses.length - 1)]! * (0.5 + Math.random()))
    }
    const start = () => {
      clearTimeout(again)
      stop?.()
      let isCurrent = true
      const stream = pipe(
        client.subscription(eventsSubscription, { after: cursor.current, scope }),
        onEnd(() => {
          // The server ends a stream when the reader's rights change, or when it stops itself.
          if (isCurrent) later()
        }),
        subscribe((result) => {
          if (!isCurrent) return
          if (result.error !== undefined || result.data === undefined) return later()
          failures = 0
          cursor.current = result.data.events.cursor
          const { writingTopicId } = result.data.events
          if (typeof writingTopicId === 'string') tellWriting(writingTopicId)
          if (result.data.events.fact === null) return
          waiting.push(result.data.events.fact)
          flush ??= setTimeout(() => {
            const facts = waiting
            waiting = []
            flush = undefined
            tell(facts)
          }, gather)
        }),
      )
      stop = () => {
        isCurrent = false
        stream.unsubscribe()
      }
    }
    const atOnce = () => {
      failures = 0
      if (stop === undefined) start()
    }
    window.addEventListener('online', atOnce)
    start()
    return () => {
      closed = true
      window.removeEventListener('online', atOnce)
      clearTimeout(flush)
      clearTimeout(again)
      stop?.()
    }
  }, [client, key])
}
