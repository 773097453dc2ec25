import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@/ui/tokens.css'
import '@/ui/base.css'
import { App } from '@/app/App'
import { createAppRouter } from '@/app/router'

const router = createAppRouter()
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App router={router} />
  </StrictMode>,
)

// A page opened before a new version was installed asks for scripts that are gone: it starts again, once. Without a network it
// stays as it is, since nothing would come in its place.
window.addEventListener('vite:preloadError', (event) => {
  if (!navigator.onLine) return event.preventDefault()
  const key = 'maillage.reloaded'
  if (sessionStorage.getItem(key) !== null) return
  sessionStorage.setItem(key, '1')
  event.preventDefault()
  window.location.reload()
})
