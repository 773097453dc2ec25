import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Draft } from './drafts'
import type { Pending } from './outbox'

interface Shape extends DBSchema {
  drafts: { key: string; value: Draft }
  outbox: { key: number; value: Pending }
}

let opened: Promise<IDBPDatabase<Shape>> | undefined

/** The device's own database: what was typed and not sent, what waits to be sent. */
export function store(): Promise<IDBPDatabase<Shape>> {
  opened ??= openDB<Shape>('maillage', 1, {
    upgrade(db) {
      db.createObjectStore('drafts')
      db.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true })
    },
  })
  return opened
}

/** Forgets everything kept on the device: at sign-out the next person must not find it. */
export async function emptyStore(): Promise<void> {
  const db = await store()
  await Promise.all([db.clear('drafts'), db.clear('outbox')])
}
