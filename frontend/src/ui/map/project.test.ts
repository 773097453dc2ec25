import { expect, it } from 'vitest'
import { project } from './project'
import { mapSize, regions } from './regions'

/** Whether a point lies inside an outline made of relative lines. */
function inside(path: string, [x, y]: readonly [number, number]): boolean {
  let isIn = false
  for (const ring of path.split('z').filter(Boolean)) {
    const [start, steps] = ring.slice(1).split('l') as [string, string]
    let [px, py] = start.split(',').map(Number) as [number, number]
    const points: [number, number][] = [[px, py]]
    for (const step of steps.split(' ')) {
      const [dx, dy] = step.split(',').map(Number) as [number, number]
      ;[px, py] = [px + dx, py + dy]
      points.push([px, py])
    }
    points.forEach(([x1, y1], index) => {
      const [x2, y2] = points[(index + 1) % points.length]!
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isIn = !isIn
    })
  }
  return isIn
}

it.each([
  ['Nantes', '52', -1.5536, 47.2184],
  ['Rennes', '53', -1.68, 48.11],
  ['Lille', '32', 3.06, 50.63],
  ['Marseille', '93', 5.4, 43.31],
  ['Corte', '94', 9.15, 42.31],
  ['Strasbourg', '44', 7.73, 48.57],
  ['Toulouse', '76', 1.44, 43.6],
  ['Basse-Terre', '01', -61.7, 16.08],
  ['Fort-de-France', '02', -61.04, 14.63],
  ['Cayenne (inland)', '03', -52.6, 4.5],
  ['La Réunion', '04', 55.53, -21.12],
])('puts %s into its region', (_, code, longitude, latitude) => {
  const home = regions.find((region) => region.code === code)!
  const at = project(longitude, latitude)
  expect(inside(home.path, at)).toBe(true)
  expect(regions.filter((region) => inside(region.path, at))).toEqual([home])
})

it('keeps every region in the frame', () => {
  for (const { path } of regions) {
    for (const [, x, y] of path.matchAll(/M(-?[\d.]+),(-?[\d.]+)/g)) {
      expect(Number(x)).toBeGreaterThan(0)
      expect(Number(x)).toBeLessThan(mapSize.width)
      expect(Number(y)).toBeLessThan(mapSize.height)
    }
  }
  expect(regions.length).toBe(18)
})
