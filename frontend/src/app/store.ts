import type { DBSchema, IDBPDatabase } from 'idb'
import type { Draft } from './drafts'
import type { Kept } from './keptDevice'
import type { Pending, Refused } from './outbox'

interface Shape extends DBSchema {
  /** Who is signed in on this device, under the one key 'owner'. */
  device: { key: string; value: string }
  drafts: { key: string; value: Draft }
  outbox: { key: number; value: Pending }
  refused: { key: number; value: Refused }
  answers: { key: string; value: Kept; indexes: { at: number } }
}

let opened: Promise<IDBPDatabase<Shape>> | undefined

/** The device's own database: what was typed and not sent, what waits to be sent or was refused, what was read last. */
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
  return openDB<Shape>('maillage', 2, {
    upgrade(db, before) {
      // What the first version kept did not say whose it was.
      if (before === 1) for (const name of ['drafts', 'outbox'] as const) db.deleteObjectStore(name)
      db.createObjectStore('device')
      db.createObjectStore('drafts')
      db.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true })
      db.createObjectStore('refused', { keyPath: 'order' })
      db.createObjectStore('answers', { keyPath: 'key' }).createIndex('at', 'at')
    },
    // A newer version in another tab is not kept waiting.
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
      opened = undefined
    },
  })
}

let owner = ''
let owning: Promise<void> = Promise.resolve()

/** Whose data this tab reads and writes on the device: nobody's before a person is known. */
export function whose(): string {
  return owner
}

/**
 * Makes a person the owner of this device. What another had read goes; what another wrote and could not send stays theirs, unseen,
 * until they come back.
 */
export function own(viewerId: string): Promise<void> {
  owner = viewerId
  // A device that keeps nothing is anybody's.
  owning = claim(viewerId).catch(() => undefined)
  return owning
}

/** When the device knows whose it is. */
export function owned(): Promise<void> {
  return owning
}

async function claim(viewerId: string): Promise<void> {
  const transaction = (await store()).transaction(['device', 'answers'], 'readwrite')
  const device = transaction.objectStore('device')
  if ((await device.get('owner')) !== viewerId) {
    await transaction.objectStore('answers').clear()
    await device.put(viewerId, 'owner')
  }
  await transaction.done
}

/** Nobody is signed in: what was read goes, and nothing is sent. What was written waits for its author. */
export async function disown(): Promise<void> {
  const transaction = (await store()).transaction(['device', 'answers'], 'readwrite')
  await Promise.all([
    transaction.objectStore('device').delete('owner'),
    transaction.objectStore('answers').clear(),
    transaction.done,
  ])
}

/** Forgets everything kept on the device for whoever is signed in: at sign-out the next person must not find it. */
export async function emptyStore(): Promise<void> {
  const transaction = (await store()).transaction(
    ['device', 'answers', 'drafts', 'outbox', 'refused'],
    'readwrite',
  )
  await Promise.all([
    transaction.objectStore('device').delete('owner'),
    transaction.objectStore('answers').clear(),
  ])
  for (const name of ['outbox', 'refused'] as const) {
    for await (const cursor of transaction.objectStore(name)) {
      if (cursor.value.viewerId === owner) await cursor.delete()
    }
  }
  for await (const cursor of transaction.objectStore('drafts')) {
    if (cursor.value.viewerId === owner) await cursor.delete()
  }
  await transaction.done
  owner = ''
}
