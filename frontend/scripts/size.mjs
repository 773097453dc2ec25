// Measures the script each first page loads (gzip) from the build's own manifest, and fails beyond the budget.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
const first = 170
const route = 80
// It shows every component at once, to those who build pages.
const exempt = 'app/style/StylePage.tsx'
const cost = new Map()
const kilo = (file) => {
  if (!cost.has(file)) cost.set(file, gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000)
  return cost.get(file)
}

/** Every script a chunk needs before it can run: itself and its static imports, each once. */
function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) closure(next, seen)
  return seen
}
const weigh = (keys) => [...keys].reduce((sum, key) => sum + kilo(manifest[key].file), kilo('first.js'))

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry)
const start = closure(entry)
const shell = Object.keys(manifest).filter((key) => /app\/(AppLayout\.tsx|enter\.ts)$/.test(key))
const firstPages = ['features/auth/SignInPage.tsx', 'features/home/HomePage.tsx']
let failed = false
const line = (name, size, budget) => {
  const over = size > budget
  failed ||= over
  console.log(`${name.padEnd(52)} ${size.toFixed(1).padStart(7)} kB  of ${budget}${over ? '  OVER' : ''}`)
}
line('entry', weigh(start), first)
const house = new Set(start)
for (const part of shell) closure(part, house)
line('entry and shell', weigh(house), first)
for (const key of Object.keys(manifest).filter((key) => key.endsWith('Page.tsx') && !key.endsWith(exempt))) {
  const isFirst = firstPages.some((page) => key.endsWith(page))
  const needs = closure(key, new Set(start))
  for (const part of shell) if (!key.endsWith('SignInPage.tsx')) closure(part, needs)
  if (isFirst) line(key, weigh(needs), first)
  else {
    line(`+ ${key}`, weigh(needs) - weigh(house), route)
  }
}
process.exit(failed ? 1 : 0)
