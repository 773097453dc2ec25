import 'fake-indexeddb/auto'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { answered } from '@/app/network'

// What opens is fetched when it opens, and the machine may be busy.
configure({ asyncUtilTimeout: 10_000 })

window.scrollTo = () => undefined
// jsdom has none of these, and the components ask for both.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.CSS ??= {
  escape: (text: string) => text.replaceAll(/[^\w-]/g, String.raw`\$&`),
} as unknown as typeof CSS
globalThis.matchMedia ??= ((media: string) => ({
  media,
  matches: false,
  addEventListener() {},
  removeEventListener() {},
})) as unknown as typeof matchMedia

// Nor Web Locks: those who ask for the same one get it one after the other.
const turns = new Map<string, Promise<unknown>>()
Object.defineProperty(navigator, 'locks', {
  configurable: true,
  value: {
    request: (name: string, ...rest: unknown[]) => {
      const turn = (turns.get(name) ?? Promise.resolve()).then(rest.at(-1) as () => Promise<unknown>)
      turns.set(
        name,
        turn.catch(() => undefined),
      )
      return turn
    },
  },
})

const { setTimeout: later } = globalThis

beforeEach(() => {
  document.documentElement.lang = 'fr'
  localStorage.clear()
  // A test that was without a network leaves none of that behind.
  answered()
})
afterEach(async () => {
  // What a test is still sending would take the writes of the next with it; one that never hears an answer is left behind.
  await Promise.race([Promise.all(turns.values()), new Promise((resolve) => later(resolve, 500))])
  turns.clear()
  cleanup()
})
