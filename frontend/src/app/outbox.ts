import { stringifyDocument, type Client } from '@urql/core'
import type { DocumentNode } from 'graphql'
import { useSyncExternalStore } from 'react'
import type { FieldValues } from 'react-hook-form'
import { saveDraft } from './drafts'
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
  /** The draft it was written in: it is put back there if the server refuses it. */
  draft?: { key: string; values: FieldValues }
  at: number
}

export interface Outbox {
  waiting: readonly Pending[]
  /** The last write the server refused; it is out of the queue, its text is back in its draft. */
  refused: { label: string; failure: Failure; input: Pending['input'] } | null
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
  write: {
    viewerId: string
    label: string
    mutation: DocumentNode
    /** With its key when it has been tried before. */
    input: Record<string, unknown>
    draft?: Pending['draft']
  },
): Promise<void> {
  const pending: Pending = {
    viewerId: write.viewerId,
    label: write.label,
    mutation: stringifyDocument(write.mutation),
    input: { clientMutationId: crypto.randomUUID(), ...write.input },
    draft: write.draft,
    at: Date.now(),
  }
  await (await store()).add('outbox', pending)
  await changed()
  await send(client, write.viewerId)
}

/** Takes a write out of the queue; what was written is back in its draft. */
export async function cancel(order: number): Promise<void> {
  const db = await store()
  const draft = (await db.get('outbox', order))?.draft
  await db.delete('outbox', order)
  if (draft !== undefined) await saveDraft(draft.key, draft.values)
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
      if (failure !== undefined && passes(failure)) return
      await (await store()).delete('outbox', pending.order)
      if (failure === undefined) {
        await changed()
        continue
      }
      if (pending.draft !== undefined) await saveDraft(pending.draft.key, pending.draft.values)
      await changed({ refused: { label: pending.label, failure, input: pending.input } })
    }
  })
}

/** What is in the way now and will not be later. A bound that a field names is a refusal: to send again would change nothing. */
function passes({ code, field }: Failure): boolean {
  return code === 'NETWORK' || code === 'UNAUTHENTICATED' || (code === 'LIMITED' && field === undefined)
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
