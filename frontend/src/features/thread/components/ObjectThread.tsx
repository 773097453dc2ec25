import { useMemo } from 'react'
import { useQuery } from 'urql'
import { addressOfKind } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { useStepState } from '@/app/states'
import { useWords, type Say } from '@/i18n/useWords'
import { Loaded } from '@/ui/Loaded'
import { Skeleton } from '@/ui/Skeleton'
import { Thread, type ThreadProps } from '@/ui/Thread'
import { ThreadStrip } from '@/ui/ThreadStrip'
import { threadWords } from '../messages'

/** The whole way of one object; whoever asks for it beside the drawing is given the same answer. */
export const threadQuery = graphql(`
  query ObjectThread($id: ID!) {
    thread(id: $id) {
      nodes {
        kind
        id
        title
        state
        at
      }
      edges {
        from
        to
      }
    }
  }
`)

type Answer = NonNullable<ResultOf<typeof threadQuery>['thread']>

const own = new Set(['CONTRIBUTION', 'LIVE_QUESTION', 'TOPIC', 'WORKING_GROUP', 'JOINT_PROJECT'])

/** Turns the server's thread into what is drawn: the steps get names of their own, since a harvest shares its topic's id. */
export function drawn(
  thread: Answer,
  id: string,
  state: ReturnType<typeof useStepState>,
  t: Say<(typeof threadWords)['keys'][number]>,
): ThreadProps & { current: string | undefined } {
  const name = (index: number) => String(index)
  const current = thread.nodes.findIndex((node) => node.id === id && own.has(node.kind))
  return {
    nodes: thread.nodes.map((node, index) => ({
      id: name(index),
      kind: node.kind,
      // A vote has no name of its own: the server says how many dots it gave.
      title: node.kind === 'VOTE' ? t('dots', { count: Number(node.title) }) : node.title,
      href: addressOfKind(node.kind, node.id),
      state: state(node.kind, node.state),
      at: node.at,
    })),
    edges: thread.edges.map(({ from, to }) => ({ from: name(from), to: name(to) })),
    current: current === -1 ? undefined : name(current),
  }
}

export interface ObjectThreadProps {
  /** A contribution, a live question, a topic, a working group or a joint project. */
  id: string
  /** One line for the head of a page, or the whole drawing. */
  shape?: 'strip' | 'whole'
}

/** The thread of an object, read by itself, so that every page shows it in the same way. */
export function ObjectThread({ id, shape = 'whole' }: ObjectThreadProps) {
  const [result, again] = useQuery({ query: threadQuery, variables: { id } })
  const state = useStepState()
  const t = useWords(threadWords)
  const thread = result.data?.thread
  const props = useMemo(() => (thread ? drawn(thread, id, state, t) : null), [thread, id, state, t])
  if (shape === 'strip') {
    return props?.current === undefined ? null : <ThreadStrip {...props} current={props.current} />
  }
  return (
    <Loaded
      result={result}
      find={() => props}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={<Skeleton lines={4} />}
    >
      {(found) => <Thread {...found} />}
    </Loaded>
  )
}
