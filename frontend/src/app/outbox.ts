import { stringifyDocument, type Client } from '@urql/core'
import type { DocumentNode } from 'graphql'
import { useSyncExternalStore } from 'react'
import { failuresOf, type Failure } from './failure'
import { store } from './store'

/** One write that waits. Its key was made when the person acted, so sending it twice is harmless. */
export interface Pending {
  order?: number
  /** Only its author's session may send it. */
  viewerId: string
  /** What it is, in the reader's words, for the list of what waits. */
  label: string
  mutation: string
  input: { clientMutationId: string } & Record<string, unknown>
  at: number
}

export interface Outbox {
  waiting: readonly Pending[]
  /** The last write the server refused; it is out of the queue, its text is still in its draft. */
  refused: { label: string; failure: Failure } | null
}

let current: Outbox = { waiting: [], refused: null }
const listeners = new Set<() => void>()
const otherTabs =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('maillage.outbox')

async function reload(patch: Partial<Outbox> = {}): Promise<void> {
  current = { ...current, ...patch, waiting: await (await store()).getAll('outbox') }
  for (const listener of listeners) listener()
}

otherTabs?.addEventListener('message', () => void reload())

async function changed(patch?: Partial<Outbox>): Promise<void> {
  await reload(patch)
  otherTabs?.postMessage('changed')
}

/** Puts a write in the queue. It is sent in its turn, now if the network is there. */
export async function enqueue(
  client: Client,
  write: { viewerId: string; label: string; mutation: DocumentNode; input: Record<string, unknown> },
): Promise<void> {
  const pending: Pending = {
    viewerId: write.viewerId,
    label: write.label,
    mutation: stringifyDocument(write.mutation),
    input: { ...write.input, clientMutationId: crypto.randomUUID() },
    at: Date.now(),
  }
  await (await store()).add('outbox', pending)
  await changed()
  await send(client, write.viewerId)
}

export async function cancel(order: number): Promise<void> {
  await (await store()).delete('outbox', order)
  await changed()
}

/**
 * Sends what waits, the oldest first, one at a time and from one tab at a time. It stops at the first write the network does not
 * carry; one that the server refuses leaves the queue and is told.
 */
export async function send(client: Client, viewerId: string): Promise<void> {
  await navigator.locks.request('maillage.outbox', { ifAvailable: true }, async (lock) => {
    if (lock === null) return
    for (;;) {
      const pending = (await (await store()).getAll('outbox')).find((write) => write.viewerId === viewerId)
      if (pending?.order === undefined) return
      const { error } = await client.mutation(pending.mutation, { input: pending.input }).toPromise()
      const failure = failuresOf(error)[0]
      if (failure?.code === 'NETWORK' || failure?.code === 'UNAUTHENTICATED' || failure?.code === 'LIMITED')
        return
      await (await store()).delete('outbox', pending.order)
      await changed(failure === undefined ? {} : { refused: { label: pending.label, failure } })
    }
  })
}

export function forgetRefusal(): void {
  void changed({ refused: null })
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (listeners.size === 1) void reload()
  return () => listeners.delete(listener)
}

/** What waits to be sent from this device. */
export function useOutbox(): Outbox {
  return useSyncExternalStore(subscribe, () => current)
}
