import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const features = join(import.meta.dirname, '../src/features')

/** The first step of every address of the application, read from the features' routes. */
export function rooms(): string[] {
  const found = readdirSync(features).flatMap((feature) => {
    try {
      const routes = readFileSync(`${features}/${feature}/routes.tsx`, 'utf8')
      return [...routes.matchAll(/path: '\/([a-z-]+)/g)].map(([, room]) => room!)
    } catch {
      return []
    }
  })
  return [...new Set(found)].toSorted()
}

/** Whether an address is a page of the application, as far as its first step says. */
export function pagesOf(names: readonly string[]): RegExp {
  return new RegExp(`^/(?:(?:${names.join('|')})(?:[/?]|$)|$|\\?)`)
}

/**
 * What makes the application one that is installed, and that starts without a network: its manifest, and a service worker that
 * keeps the built files and nothing else. What the server says of people and topics never passes through it: see app/kept.ts.
 */
export function installed(): Plugin[] {
  return VitePWA({
    strategies: 'generateSW',
    // A new version waits until the reader says so: see app/version.ts.
    registerType: 'prompt',
    injectRegister: null,
    manifest: {
      id: '/accueil',
      name: 'Maillage',
      short_name: 'Maillage',
      description: 'La coopération d’un réseau de centres, du mur du forum au projet terminé.',
      lang: 'fr',
      dir: 'ltr',
      start_url: '/accueil',
      scope: '/',
      display: 'standalone',
      background_color: '#faf7f2',
      theme_color: '#faf7f2',
      icons: [
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ],
      shortcuts: [
        { name: 'Le forum', url: '/forum', icons: [{ src: '/icon-192.png', sizes: '192x192' }] },
        {
          name: 'Proposer un sujet',
          url: '/forum?proposer=true',
          icons: [{ src: '/icon-192.png', sizes: '192x192' }],
        },
        { name: 'Les rencontres', url: '/rencontres', icons: [{ src: '/icon-192.png', sizes: '192x192' }] },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
      // The page that shows every component is for those who build pages.
      globIgnores: ['**/StylePage-*'],
      navigateFallback: '/index.html',
      navigateFallbackAllowlist: [pagesOf(rooms())],
      // Documents to take away stand below the page that shows them.
      navigateFallbackDenylist: [/\/actes\.(?:odt|pdf)$/],
      // Any other address is the server's to answer; without a network it is said inside the house.
      runtimeCaching: [
        {
          urlPattern: ({ request }) => request.mode === 'navigate',
          handler: 'NetworkOnly',
          options: { precacheFallback: { fallbackURL: '/index.html' } },
        },
      ],
      clientsClaim: true,
      skipWaiting: false,
      cleanupOutdatedCaches: true,
      inlineWorkboxRuntime: true,
      sourcemap: false,
      mode: 'production',
    },
  })
}
