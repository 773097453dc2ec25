// Holds the import rule of the app: app → features → ui → i18n, and no way back.
// The modules of src/app listed as `base` are what features stand on; the rest of src/app is the house around them.
// What is loaded only when it is needed (import('…')) is not a dependency of the module that names it.
// Every route is in the entry, which loads first: it reads its address by app/search.ts, not by a library of schemas.
// A feature reads another feature only through its components/ folder, its addresses.ts or its words (messages.ts).
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const src = fileURLToPath(new URL('../src', import.meta.url))
const base = new Set([
  'graphql',
  'graphql-env',
  'addresses',
  'auth',
  'drafts',
  'embedded',
  'failure',
  'kept',
  'keptDevice',
  'amend',
  'leave',
  'listOptions',
  'live',
  'liveReads',
  'messages',
  'mutate',
  'network',
  'outbox',
  'preferences',
  'refusal',
  'remembered',
  'roots',
  'search',
  'session',
  'states',
  'stateMessages',
  'store',
  'tabs',
  'themes',
  'toggle',
  'useAddress',
  'useConflict',
  'useEdit',
  'ReadOn',
  'VersionedForm',
  'useListAddress',
])
const rank = { i18n: 0, ui: 1, base: 2, features: 3, app: 4 }

/** @returns {{ zone: string, feature?: string, inner?: string }} */
function place(path) {
  const [top, second, ...rest] = path.split('/')
  if (top === 'features') return { zone: 'features', feature: second, inner: rest.join('/') }
  if (top === 'app') return { zone: base.has((second ?? '').replace(/\.\w+$/, '')) ? 'base' : 'app' }
  if (top === 'ui' || top === 'i18n') return { zone: top }
  return { zone: 'app' }
}

const wrong = []
for (const name of readdirSync(src, { recursive: true })) {
  if (!/\.tsx?$/.test(name) || name.startsWith('test/')) continue
  const from = place(name)
  for (const [, target] of readFileSync(join(src, name), 'utf8').matchAll(/(?:from|^import)\s+'([^']+)'/gm)) {
    if (target === 'valibot' && name.endsWith('/routes.tsx'))
      wrong.push(`${name}: an address is read by @/app/search, the entry must stay light`)
    const path = target.startsWith('@/')
      ? target.slice(2)
      : target.startsWith('.')
        ? relative(src, join(src, dirname(name), target))
        : undefined
    if (path === undefined || path.startsWith('test/')) continue
    const to = place(path)
    if (rank[to.zone] > rank[from.zone])
      wrong.push(`${name}: ${from.zone} may not import ${to.zone} (${target})`)
    else if (
      from.zone === 'features' &&
      to.zone === 'features' &&
      to.feature !== from.feature &&
      !/^(components\/|addresses$|messages$)/.test(to.inner)
    )
      wrong.push(
        `${name}: only components/, addresses and messages of another feature may be imported (${target})`,
      )
  }
}
if (wrong.length > 0) {
  console.error(wrong.join('\n'))
  process.exit(1)
}
