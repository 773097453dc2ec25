import type { DBSchema, IDBPDatabase } from 'idb'
import type { Draft } from './drafts'
import type { Pending } from './outbox'

interface Shape extends DBSchema {
  drafts: { key: string; value: Draft }
  outbox: { key: number; value: Pending }
}

let opened: Promise<IDBPDatabase<Shape>> | undefined

/** The device's own database: what was typed and not sent, what waits to be sent. */
export function store(): Promise<IDBPDatabase<Shape>> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

/** The first page can do without: what opens the database comes after it. */
async function open(): Promise<IDBPDatabase<Shape>> {
  const { openDB } = await import('idb')
  return openDB<Shape>('maillage', 1, {
    upgrade(db) {
      db.createObjectStore('drafts')
      db.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true })
    },
  })
}

/** Forgets everything kept on the device: at sign-out the next person must not find it. */
export async function emptyStore(): Promise<void> {
  const db = await store()
  await Promise.all([db.clear('drafts'), db.clear('outbox')])
}
