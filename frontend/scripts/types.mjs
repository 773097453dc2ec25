// Writes the types gql.tada reads from the one schema. They are derived, so they are not committed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
if (!existsSync(at('../../schema.graphql'))) {
  console.error('schema.graphql is missing at the root of the repository: the GraphQL types cannot be made.')
  process.exit(1)
}
const { status } = spawnSync(
  process.execPath,
  [at('../node_modules/gql.tada/bin/cli.js'), 'generate-output'],
  {
    cwd: at('..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  },
)
process.exit(status ?? 1)
