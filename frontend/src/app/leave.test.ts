import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stubClient } from '@/test/render'
import { saveDraft } from './drafts'
import { leaveNow } from './leave'
import { isSignOutOwed, rememberSession, wasSignedIn } from './remembered'
import { loadViewer } from './session'
import { own, store } from './store'

const posted: string[] = []
let isAway = false

beforeEach(async () => {
  posted.length = 0
  isAway = false
  vi.stubGlobal('fetch', async (url: string) => {
    if (isAway) throw new TypeError('Failed to fetch')
    posted.push(url)
    return new Response(null, { status: 204 })
  })
  // jsdom goes nowhere, and says so.
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  rememberSession(true)
  await own('viewer')
  await saveDraft('a', { text: 'Un début' })
})
afterEach(() => vi.unstubAllGlobals())

const kept = async () => {
  const db = await store()
  const all = await Promise.all(
    (['device', 'answers', 'drafts', 'outbox', 'refused'] as const).map((name) => db.count(name)),
  )
  return all.reduce((sum, count) => sum + count, 0)
}

describe('signing out', () => {
  it('ends the session and empties the device', async () => {
    await leaveNow()
    expect(posted).toEqual(['/auth/sign-out'])
    expect(await kept()).toBe(0)
    expect(wasSignedIn()).toBe(false)
    expect(isSignOutOwed()).toBe(false)
  })

  it('empties the device without a network too, lets nobody in meanwhile, and tells the server once it can', async () => {
    isAway = true
    await leaveNow()
    expect(await kept()).toBe(0)
    const client = stubClient({})
    // The cookies are still good, and of no use.
    expect(await loadViewer(client)).toBeNull()
    isAway = false
    expect(await loadViewer(client)).toBeNull()
    expect(posted).toEqual(['/auth/sign-out'])
    expect((await loadViewer(client))?.id).toBe('viewer')
  })
})
