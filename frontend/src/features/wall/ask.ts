import { stringifyDocument } from '@urql/core'
import { wallMoved, wallQuery, type Wall } from './wall'

/*
 * Asks as nobody: whoever is signed in on this machine has no part in what the room sees. So this page does without the client of
 * the others, with its cache and its session.
 */

const patience = 10_000

/** What the wall shows now; null when its link opens nothing. Throws when the server is out of reach, or has too much to do. */
export async function readWall(token: string): Promise<Wall | null> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
    body: JSON.stringify({ query: stringifyDocument(wallQuery), variables: { token } }),
    signal: AbortSignal.timeout(patience),
  })
  const { data } = (await answer.json()) as { data: { wall: Wall | null } | null }
  if (data === null) throw new Error('the wall was refused')
  return data.wall
}

export interface Follower {
  /** The server has spoken: something has moved, or only that it is there. */
  heard: (isMoved: boolean) => void
  ended: () => void
}

/** Follows a wall until it is told to stop, or until the stream ends for whatever reason. */
export function followWall(token: string, { heard, ended }: Follower): () => void {
  let stop: (() => void) | undefined
  let isStopped = false
  void import('graphql-sse').then(({ createClient }) => {
    if (isStopped) return
    const streams = createClient({ url: '/graphql/stream', credentials: 'omit', retryAttempts: 0 })
    const unsubscribe = streams.subscribe<{ wallMoved: { moved: boolean } }>(
      { query: stringifyDocument(wallMoved), variables: { token } },
      {
        next: ({ data }) => (data ? heard(data.wallMoved.moved) : ended()),
        error: ended,
        complete: ended,
      },
    )
    stop = () => {
      unsubscribe()
      streams.dispose()
    }
  }, ended)
  return () => {
    isStopped = true
    stop?.()
  }
}
