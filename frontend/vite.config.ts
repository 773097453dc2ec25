import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { installed } from './vite/installed.ts'
import { onlyOurLocales } from './vite/locales.ts'
import { firstParts } from './vite/parts.ts'
import { compiledWords } from './vite/words.ts'

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
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
