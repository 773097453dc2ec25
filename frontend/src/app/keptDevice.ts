import { getOperationName, type Operation } from '@urql/core'
import { amend, objectsOf } from './amend'
import { sessionName } from './session'
import { own, store, whose } from './store'

/** The last answer to a question, as the network gave it. */
export interface Kept {
  key: string
  viewerId: string
  data: unknown
  at: number
}

/** How many answers a device keeps, the latest read; how long one may be, in characters; and for how long. */
const most = 120
const longest = 400_000
const month = 30 * 86_400_000

const keyOf = (viewerId: string, operation: Operation) =>
  `${viewerId} ${getOperationName(operation.query) ?? ''} ${operation.key}`

/** The latest write to what is kept; reading waits for it, and nothing waits for writing. */
let writing: Promise<unknown> = Promise.resolve()
const write = (work: () => Promise<void>) => {
  // A device that refuses to keep anything is one that has nothing to show later, and no more than that.
  writing = writing.then(work).catch(() => undefined)
}

/** Keeps an answer in place of the one before. */
export function keep(operation: Operation, data: unknown, at: number): void {
  write(() => put(operation, data, at))
}

/** Brings what is kept up to date with what the reader's own write has just changed. */
export function follow(data: unknown): void {
  write(() => amendAll(data))
}

async function put(operation: Operation, data: unknown, at: number): Promise<void> {
  if (getOperationName(operation.query) === sessionName) {
    const viewer = (data as { viewer: { id: string } | null }).viewer
    if (viewer === null) return
    await own(viewer.id)
  }
  const viewerId = whose()
  if (viewerId === '' || JSON.stringify(data).length > longest) return
  const transaction = (await store()).transaction(['device', 'answers'], 'readwrite')
  // Someone who has signed out, or another who has signed in, in another tab: nothing is kept behind their back.
  if ((await transaction.objectStore('device').get('owner')) === viewerId) {
    const answers = transaction.objectStore('answers')
    await answers.put({ key: keyOf(viewerId, operation), viewerId, data, at })
    const keys = await answers.index('at').getAllKeys()
    // Who is asking is never the one too many: nothing could be shown without it.
    const old = keys
      .slice(0, Math.max(0, keys.length - most))
      .filter((key) => !key.includes(` ${sessionName} `))
    for (const key of old) await answers.delete(key)
  }
  await transaction.done
}

/** The last answer to a question, for whoever is signed in here; undefined when there is none. */
export async function recall(operation: Operation): Promise<Kept | undefined> {
  await writing
  const transaction = (await store()).transaction(['device', 'answers'])
  const owner = await transaction.objectStore('device').get('owner')
  if (owner === undefined || (whose() !== '' && whose() !== owner)) return undefined
  const kept = await transaction.objectStore('answers').get(keyOf(owner, operation))
  return kept !== undefined && Date.now() - kept.at < month ? kept : undefined
}

async function amendAll(data: unknown): Promise<void> {
  const news = objectsOf(data)
  if (news.size === 0) return
  for await (const cursor of (await store()).transaction('answers', 'readwrite').store) {
    const { value } = cursor
    if (value.viewerId === whose() && amend(value.data, news)) await cursor.update(value)
  }
}
