import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The journeys change what the next ones see: they run in the order of their names, whatever took longest last time. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => one.moduleId.localeCompare(other.moduleId))
  }
}

/** They run against the built binary in a real browser, one file after the other: they share one server. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/setup.ts'],
    fileParallelism: false,
    sequence: { sequencer: InOrder },
    maxConcurrency: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
