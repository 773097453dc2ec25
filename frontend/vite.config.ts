import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { installed } from './vite/installed.ts'
import { onlyOurLocales } from './vite/locales.ts'
import { firstParts } from './vite/parts.ts'
import { compiledWords } from './vite/words.ts'

/** Tests of what is kept and asked on a device, which need its browser though they show no page. */
const onDevice = ['src/app/{client,kept,leave,outbox}.test.ts']

const server = process.env.MAILLAGE_URL ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [react(), onlyOurLocales(), compiledWords(), installed()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    // The content security policy allows no data: script or style, and a font or picture inlined is one the cache cannot keep.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: [firstParts()] } } },
  },
  server: {
    proxy: {
      '/graphql': server,
      '/auth': server,
      '/calendrier': server,
    },
  },
  test: {
    restoreMocks: true,
    // Only a failure waits so long: the machine may be doing much else.
    testTimeout: 60_000,
    // All of the machine's cores: a worker waits for its files as much as it computes.
    maxWorkers: '100%',
    projects: [
      {
        // Rules that need no page: a page would take ten times as long to set up as they take to prove.
        extends: true,
        test: { name: 'rules', environment: 'node', include: ['src/**/*.test.ts'], exclude: onDevice },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'jsdom',
          setupFiles: ['src/test/setup.ts'],
          include: ['src/**/*.test.tsx', ...onDevice],
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
})
