import { cone, regions } from './regions'

const rad = Math.PI / 180

/** Where a place lies on the map: in its overseas box, or on the main drawing. */
export function project(longitude: number, latitude: number): [x: number, y: number] {
  for (const { place, bounds } of regions) {
    if (place === undefined || bounds === undefined) continue
    const [west, south, east, north] = bounds
    if (longitude < west - 1 || longitude > east + 1 || latitude < south - 1 || latitude > north + 1) continue
    const x = longitude * rad * Math.cos(place.latitude * rad)
    return [x * place.k + place.dx, -latitude * rad * place.k + place.dy]
  }
  const rho = cone.f / Math.tan(Math.PI / 4 + (latitude * rad) / 2) ** cone.n
  const theta = cone.n * (longitude * rad - cone.longitude0)
  return [rho * Math.sin(theta) * cone.k + cone.dx, (rho * Math.cos(theta) - cone.rho0) * cone.k + cone.dy]
}
