import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@/ui/tokens.css'
import '@/ui/base.css'
import { addresses } from '@/app/addresses'
import { App } from '@/app/App'
import { createClient, type FeatureCache } from '@/app/client'
import { createAppRouter } from '@/app/router'
import { rememberSession } from '@/app/session'

const caches = Object.values(
  import.meta.glob<FeatureCache>('@/features/*/cache.ts', { eager: true, import: 'default' }),
)

const client = createClient({
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
const router = createAppRouter(client)
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App client={client} router={router} />
  </StrictMode>,
)

// A page opened before a new version was installed asks for scripts that are gone: it starts again, once.
window.addEventListener('vite:preloadError', (event) => {
  const key = 'maillage.reloaded'
  if (sessionStorage.getItem(key) !== null) return
  sessionStorage.setItem(key, '1')
  event.preventDefault()
  window.location.reload()
})
