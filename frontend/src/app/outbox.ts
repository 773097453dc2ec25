import { stringifyDocument, type Client } from '@urql/core'
import type { DocumentNode } from 'graphql'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { FieldValues } from 'react-hook-form'
import { clearDraft, giveBackDraft } from './drafts'
import { failuresOf, type Failure } from './failure'
import { answered, isReached, notCarried, useReached } from './network'
import { owned, store, whose } from './store'

/** One write that waits. Its key was made when the person acted, so sending it twice is harmless. */
export interface Pending {
  order?: number
  /** Only its author's session may send it. */
  viewerId: string
  /** What it is, in the reader's words, for the list of what waits. */
  label: string
  /** The page it was written on: the way back to it. */
  href: string
  /** What it is about: of two that have never left, the later takes the place of the earlier. */
  about?: string
  /** The object it belongs to, whose page shows that it waits. */
  within?: string
  /** What it sets, and what was set before: one that sets that again takes the other back, and nothing is sent. */
  wish?: boolean | number
  was?: boolean | number
  mutation: string
  input: { clientMutationId: string } & Record<string, unknown>
  /** The draft it was written in: it is put back there if the server refuses it. */
  draft?: { key: string; values: FieldValues }
  /** Where the answer tells the version that the next write about the same begins from. */
  versionAt?: readonly string[]
  /** How often it has left. After the first time nobody knows whether the server has it, until it answers. */
  tries: number
  at: number
}

/** A write that the server refused. Its text is back in its draft. */
export interface Refused extends Pending {
  order: number
  failure: Failure
}

export interface Outbox {
  waiting: readonly Pending[]
  refused: readonly Refused[]
}

/** What became of a write by the first time that it could leave. */
export type Outcome =
  { state: 'sent'; data?: unknown } | { state: 'waiting' } | { state: 'refused'; failures: Failure[] }

/** A fault of the server's is often over soon; one that lasts is told. */
const mostFaults = 5
const pause = 5_000
/** How long whoever has just written waits to hear that it has arrived; the write itself waits on. */
const patience = 8_000

const empty: Outbox = { waiting: [], refused: [] }
let current: Outbox = empty
const listeners = new Set<() => void>()
/** Those who wait in this page to hear what becomes of what they have just written. */
const watched = new Map<number, (outcome: Outcome) => void>()
let again: ReturnType<typeof setTimeout> | undefined
const otherTabs =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('maillage.outbox')

async function reload(): Promise<void> {
  const db = await store()
  const isMine = ({ viewerId }: Pending) => viewerId === whose()
  const [waiting, refused] = await Promise.all([db.getAll('outbox'), db.getAll('refused')])
  current = { waiting: waiting.filter(isMine), refused: refused.filter(isMine) }
  for (const listener of listeners) listener()
}

otherTabs?.addEventListener('message', () => void reload())

async function changed(): Promise<void> {
  await reload()
  otherTabs?.postMessage('changed')
}

export type Write = Omit<Pending, 'order' | 'viewerId' | 'mutation' | 'input' | 'tries' | 'at' | 'href'> & {
  mutation: DocumentNode
  input: Record<string, unknown>
}

/**
 * Puts a write in the queue, and takes it out of its draft in the same moment. It is sent in its turn, now if the network is there;
 * the outcome says whether it was. One that takes back another that has never left leaves nothing in the queue.
 */
export async function enqueue(client: Client, write: Write): Promise<{ outcome: Promise<Outcome> }> {
  const viewerId = whose()
  const transaction = (await store()).transaction(['outbox', 'refused'], 'readwrite')
  const outbox = transaction.objectStore('outbox')
  const refused = transaction.objectStore('refused')
  const isSame = (other: Pending) =>
    write.about !== undefined && other.viewerId === viewerId && other.about === write.about
  // What is written again is no longer to be told of.
  for (const other of await refused.getAll()) if (isSame(other)) await refused.delete(other.order)
  const last = (await outbox.getAll()).findLast(isSame)
  const replaced = last?.tries === 0 ? last : undefined
  let order: number | undefined
  if (replaced?.order !== undefined && replaced.was !== undefined && replaced.was === write.wish) {
    await outbox.delete(replaced.order)
  } else {
    // At the end: what was written in between comes before what is wished now.
    if (replaced?.order !== undefined) await outbox.delete(replaced.order)
    order = await outbox.put({
      ...write,
      ...(replaced === undefined ? {} : { was: replaced.was }),
      viewerId,
      href: window.location.pathname + window.location.search,
      mutation: stringifyDocument(write.mutation),
      input: { clientMutationId: crypto.randomUUID(), ...write.input },
      tries: 0,
      at: Date.now(),
    })
  }
  await transaction.done
  if (write.draft !== undefined) await clearDraft(write.draft.key)
  await changed()
  if (order === undefined) return { outcome: Promise.resolve({ state: 'sent' }) }
  const former = replaced?.order === undefined ? undefined : watched.get(replaced.order)
  if (replaced?.order !== undefined) watched.delete(replaced.order)
  const outcome = new Promise<Outcome>((resolve) =>
    watched.set(order, (told) => {
      // Whoever wrote the one that this replaces hears the same.
      former?.(told)
      resolve(told)
    }),
  )
  const wait = () => tell(order, { state: 'waiting' })
  if (isReached()) {
    setTimeout(wait, patience)
    send(client).then(wait, wait)
  } else wait()
  return { outcome }
}

function tell(order: number, outcome: Outcome): void {
  watched.get(order)?.(outcome)
  watched.delete(order)
}

/** Takes a write out of the queue; what was written is back in its draft. */
export async function cancel(order: number): Promise<void> {
  const db = await store()
  const draft = (await db.get('outbox', order))?.draft
  await db.delete('outbox', order)
  if (draft !== undefined) await giveBackDraft(draft.key, draft.values)
  await changed()
}

/** The person has seen that a write was refused. */
export async function dismiss(order: number): Promise<void> {
  await (await store()).delete('refused', order)
  await changed()
}

/** The oldest write that is this tab's to send, noted as having left: nothing else may take its place from now on. */
async function next(): Promise<Pending | undefined> {
  await owned()
  const transaction = (await store()).transaction(['device', 'outbox'], 'readwrite')
  const outbox = transaction.objectStore('outbox')
  const owner = await transaction.objectStore('device').get('owner')
  // Another has signed in, in another tab: what this one wrote would be sent in the other's name.
  const mine =
    owner === undefined || owner !== whose()
      ? undefined
      : (await outbox.getAll()).find(({ viewerId }) => viewerId === owner)
  const pending = mine === undefined ? undefined : { ...mine, tries: mine.tries + 1 }
  if (pending !== undefined) await outbox.put(pending)
  await transaction.done
  return pending
}

/**
 * Sends what waits, the oldest first, one at a time and from one tab at a time. It stops at the first write the network does not
 * carry; one that the server refuses leaves the queue and is told.
 */
export async function send(client: Client): Promise<void> {
  await navigator.locks.request('maillage.outbox', {}, async () => {
    for (;;) {
      const pending = await next()
      if (pending?.order === undefined) return
      const { order } = pending
      const { data, error } = await client.mutation(pending.mutation, { input: pending.input }).toPromise()
      const failures = failuresOf(error)
      const { code, field } = failures[0] ?? {}
      if (code === 'NETWORK') {
        notCarried()
        return
      }
      answered()
      if (
        code === 'UNAUTHENTICATED' ||
        // A bound that a field names is a refusal: to send again would change nothing.
        (code === 'LIMITED' && field === undefined) ||
        (code === 'INTERNAL' && pending.tries < mostFaults)
      ) {
        await waitLonger(client, pending, code)
        return
      }
      if (failures[0] === undefined) await sent(pending, data)
      else await refuse(pending, failures)
      await changed()
      tell(order, failures.length === 0 ? { state: 'sent', data } : { state: 'refused', failures })
    }
  })
}

/** The server has answered that it did nothing: this write may still be taken back, and is tried again later. */
async function waitLonger(client: Client, pending: Pending, code: Failure['code']): Promise<void> {
  const db = await store()
  if (code !== 'INTERNAL' && (await db.get('outbox', pending.order!)) !== undefined)
    await db.put('outbox', { ...pending, tries: 0 })
  clearTimeout(again)
  // Without a session the person is asked to sign in again, and the queue goes on from there.
  if (code !== 'UNAUTHENTICATED') again = setTimeout(() => void send(client), pause * (1 + Math.random()))
}

async function sent(pending: Pending, data: unknown): Promise<void> {
  const transaction = (await store()).transaction('outbox', 'readwrite')
  await transaction.store.delete(pending.order!)
  const version = pending.versionAt?.reduce<unknown>(
    (value, field) => (value as Record<string, unknown> | null | undefined)?.[field],
    data,
  )
  if (typeof version === 'number') {
    for (const other of await transaction.store.getAll()) {
      if (other.viewerId !== pending.viewerId || other.about !== pending.about || other.tries > 0) continue
      if (other.input.version !== pending.input.version) continue
      await transaction.store.put({ ...other, input: { ...other.input, version } })
    }
  }
  await transaction.done
}

async function refuse(pending: Pending, failures: Failure[]): Promise<void> {
  if (pending.draft !== undefined) await giveBackDraft(pending.draft.key, pending.draft.values)
  const transaction = (await store()).transaction(['outbox', 'refused'], 'readwrite')
  await transaction.objectStore('outbox').delete(pending.order!)
  // Whoever still looks at what they have just done is told there; anyone else finds it in the list of what came back.
  if (!watched.has(pending.order!))
    await transaction.objectStore('refused').put({ ...pending, order: pending.order!, failure: failures[0]! })
  await transaction.done
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (listeners.size === 1) void reload()
  return () => listeners.delete(listener)
}

/** What the reader has written on this device that waits to be sent, and what came back. */
export function useOutbox(): Outbox {
  return useSyncExternalStore(subscribe, () => current)
}

/** How long a write may be on its way before it is said to wait. */
const haste = 1_500

/** Whether what waits is worth saying so: what is sent at once is not. */
export function useIsHeldBack(): boolean {
  const isReached = useReached()
  const isAny = useOutbox().waiting.length > 0
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isAny) return
    const timer = setTimeout(() => setLate(true), haste)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isAny])
  return isAny && (isLate || !isReached)
}

/** How long what was pressed is shown once the server has it: an answer that was read just before must not undo it. */
const lag = 2_000

/**
 * What is shown of something the reader presses, and what the next press begins from: what was pressed a moment ago, where the queue
 * or the pages do not show it yet. Two presses in one breath both count.
 */
export function usePressed<Value>(shown: Value): {
  now: Value
  last: () => Value
  press: (value: Value, work: Promise<{ outcome: Promise<Outcome> }>) => Promise<Outcome>
} {
  const pressed = useRef<{ value: Value }>(undefined)
  const [held, hold] = useState<{ value: Value }>()
  return {
    now: held === undefined ? shown : held.value,
    last: () => (pressed.current === undefined ? shown : pressed.current.value),
    press: async (value, work) => {
      const mine = { value }
      pressed.current = mine
      hold(mine)
      const letGo = () => {
        if (pressed.current !== mine) return
        pressed.current = undefined
        hold(undefined)
      }
      try {
        const outcome = await (await work).outcome
        if (outcome.state === 'sent') setTimeout(letGo, lag)
        else letGo()
        return outcome
      } catch (error) {
        letGo()
        throw error
      }
    },
  }
}

/** The last write that waits about something. */
export function useWaiting(about: string): Pending | undefined {
  return useOutbox().waiting.findLast((write) => write.about === about)
}

/** The last write about something that came back. */
export function useRefused(about: string): Refused | undefined {
  return useOutbox().refused.findLast((write) => write.about === about)
}

/** How many of the reader's writes have not reached the server, those that came back included. */
export async function unsent(): Promise<number> {
  await reload()
  return current.waiting.length + current.refused.length
}
