import { addresses } from './addresses'
import { createClient, type FeatureCache } from './client'
import { rememberSession } from './remembered'
import { disown } from './store'

const caches = Object.values(
  import.meta.glob<FeatureCache>('../features/*/cache.ts', { eager: true, import: 'default' }),
)

/** The page's own client, with what every feature adds to its cache. */
export const client = createClient({
  language: () => document.documentElement.lang,
  caches,
  isKept: true,
  onSignedOut: async () => {
    const { pathname, search } = window.location
    rememberSession(false)
    // What was read is for who is signed in; what was written waits for its author.
    await disown().catch(() => undefined)
    // Loaded anew: nothing of the former session stays in memory.
    if (pathname !== addresses.signIn())
      window.location.assign(`${addresses.signIn()}?retour=${encodeURIComponent(pathname + search)}`)
  },
})
