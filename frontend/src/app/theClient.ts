import { addresses } from './addresses'
import { createClient, type FeatureCache } from './client'
import { rememberSession } from './remembered'

const caches = Object.values(
  import.meta.glob<FeatureCache>('../features/*/cache.ts', { eager: true, import: 'default' }),
)

/** The page's own client, with what every feature adds to its cache. */
export const client = createClient({
  language: () => document.documentElement.lang,
  caches,
  onSignedOut: () => {
    const { pathname, search } = window.location
    rememberSession(false)
    // Loaded anew: nothing of the former session stays in memory.
    if (pathname !== addresses.signIn())
      window.location.assign(`${addresses.signIn()}?retour=${encodeURIComponent(pathname + search)}`)
  },
})
