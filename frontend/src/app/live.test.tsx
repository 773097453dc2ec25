import type { Client } from '@urql/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeSubject } from 'wonka'
import { renderApp } from '@/test/render'
import { useLive, type LiveFact } from './live'

/** A journal that can be cut: each listening is noted with where it began. */
function journal() {
  const listenings: {
    after?: string
    say: (cursor: string, id?: string) => void
    fail: () => void
    end: () => void
  }[] = []
  const client = {
    query: () => ({ toPromise: async () => ({ data: { viewer: null } }) }),
    subscription: (_document: unknown, { after }: { after?: string }) => {
      const { source, next, complete } = makeSubject<object>()
      listenings.push({
        after,
        say: (cursor, id) =>
          next({ data: { events: { cursor, fact: id === undefined ? null : ({ id } as LiveFact) } } }),
        fail: () => next({ error: new Error('cut') }),
        end: complete,
      })
      return source
    },
  } as unknown as Client
  return { client, listenings }
}

function Sample({ told, isOpen = true }: { told: (ids: string[]) => void; isOpen?: boolean }) {
  useLive(isOpen ? { gatheringId: 'g' } : null, (facts) => told(facts.map(({ id }) => id)))
  return null
}

describe('what is live', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('tells facts that come together together', async () => {
    const { client, listenings } = journal()
    const told = vi.fn()
    await renderApp(<Sample told={told} />, { client })
    listenings[0]!.say('c1')
    listenings[0]!.say('c2', 'a')
    listenings[0]!.say('c3', 'b')
    await vi.advanceTimersByTimeAsync(300)
    expect(told.mock.calls).toEqual([[['a', 'b']]])
  })

  it.each(['fail', 'end'] as const)(
    'comes back where it stopped when the stream is cut (%s)',
    async (cut) => {
      const { client, listenings } = journal()
      const told = vi.fn()
      await renderApp(<Sample told={told} />, { client })
      listenings[0]!.say('c1', 'a')
      listenings[0]![cut]()
      expect(listenings).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(1_100)
      expect(listenings.map(({ after }) => after)).toEqual([undefined, 'c1'])
      listenings[0]!.say('c9', 'ghost')
      listenings[1]!.say('c2', 'b')
      await vi.advanceTimersByTimeAsync(300)
      expect(told.mock.calls).toEqual([[['a']], [['b']]])
    },
  )

  it('waits longer each time, and starts at once when the network is back', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const { client, listenings } = journal()
    await renderApp(<Sample told={vi.fn()} />, { client })
    listenings[0]!.fail()
    await vi.advanceTimersByTimeAsync(1_100)
    listenings[1]!.fail()
    await vi.advanceTimersByTimeAsync(1_500)
    expect(listenings).toHaveLength(2)
    window.dispatchEvent(new Event('online'))
    expect(listenings).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(listenings).toHaveLength(3)
  })

  it('is silent when closed', async () => {
    const { client, listenings } = journal()
    const { unmount } = await renderApp(<Sample told={vi.fn()} isOpen={false} />, { client })
    expect(listenings).toHaveLength(0)
    unmount()
  })
})
