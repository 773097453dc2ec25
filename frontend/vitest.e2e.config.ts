import { defineConfig } from 'vitest/config'

/** The journeys run against the built binary in a real browser, one file after the other: they share one server. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/setup.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
