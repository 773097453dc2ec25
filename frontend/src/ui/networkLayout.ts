import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'

export interface NetworkNode {
  id: string
  label: string
  href: string
  /** How much it is tied: the size of its disc. */
  weight: number
  /** A family to which it belongs: a community, a region. Shown by a shade and never alone. */
  group?: number
}

export interface NetworkLink {
  source: string
  target: string
  weight: number
  /** Opens the facts behind the tie. */
  href?: string
  /** False: it has its part in where the knots stand, and is not drawn. */
  isDrawn?: boolean
}

export interface PlacedNode extends NetworkNode {
  x: number
  y: number
  radius: number
}

const steps = 320

/** Places the knots: the same data always gives the same picture, since nothing in it is left to chance or to time. */
export function layOut(
  nodes: readonly NetworkNode[],
  links: readonly NetworkLink[],
  width: number,
  height: number,
): PlacedNode[] {
  const strongest = Math.max(1, ...nodes.map((node) => node.weight))
  const heaviest = Math.max(1, ...links.map((link) => link.weight))
  const ids = new Set(nodes.map((node) => node.id))
  const placed = [...nodes]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((node) => ({
      ...node,
      x: Number.NaN,
      y: Number.NaN,
      radius: 6 + 12 * Math.sqrt(node.weight / strongest),
    }))
  const tied = links
    .filter(({ source, target }) => ids.has(source) && ids.has(target))
    .map(({ source, target, weight }) => ({ source, target, weight }))
  const simulation = forceSimulation(placed)
    .force(
      'ties',
      forceLink<(typeof placed)[number], (typeof tied)[number]>(tied)
        .id((node) => node.id)
        .distance((link) => 150 - 80 * (link.weight / heaviest))
        .strength((link) => 0.06 + 0.4 * (link.weight / heaviest)),
    )
    .force('apart', forceManyBody().strength(-520))
    .force(
      'room',
      forceCollide<(typeof placed)[number]>((node) => node.radius + 16),
    )
    .force('across', forceX(0).strength(0.05))
    .force('down', forceY(0).strength(0.09))
    .stop()
  simulation.tick(steps)
  return inFrame(placed, width, height)
}

function inFrame(nodes: PlacedNode[], width: number, height: number): PlacedNode[] {
  if (nodes.length === 0) return []
  const margin = { x: 64, y: 34 }
  const xs = nodes.map((node) => node.x)
  const ys = nodes.map((node) => node.y)
  const stretch = (value: number, low: number, high: number, size: number, edge: number) =>
    high === low ? size / 2 : edge + ((value - low) / (high - low)) * (size - 2 * edge)
  return nodes.map((node) => ({
    ...node,
    x: stretch(node.x, Math.min(...xs), Math.max(...xs), width, margin.x),
    y: stretch(node.y, Math.min(...ys), Math.max(...ys), height, margin.y),
  }))
}
