/** A step of the thread, and the steps it goes to. */
export interface ThreadEdge {
  from: string
  to: string
}

/** How one row is drawn: which lanes pass, which end in its knot, which leave it. */
export interface ThreadRow {
  id: string
  lane: number
  /** Lanes with a line through the whole row. */
  through: number[]
  /** Whether a line comes down to the knot in its own lane. */
  fromAbove: boolean
  /** Lanes that bend into the knot from above. */
  merges: number[]
  /** Whether a line goes down from the knot in its own lane. */
  toBelow: boolean
  /** Lanes that leave the knot to the side. */
  forks: number[]
  /** How many lanes the row needs. */
  width: number
}

/**
 * Lays the way of an idea out as rows under one another: causes above what they caused, what belongs together close together,
 * a new lane for each thing that came of the same one.
 */
export function threadRows(ids: readonly string[], edges: readonly ThreadEdge[]): ThreadRow[] {
  const known = new Set(ids)
  const links = edges.filter(({ from, to }) => known.has(from) && known.has(to) && from !== to)
  const children = (id: string) => links.filter((edge) => edge.from === id).map((edge) => edge.to)
  const order = inOrder(ids, links)

  // Each lane waits for the object its line leads to.
  const lanes: (string | undefined)[] = []
  return order.map((id) => {
    const waiting = lanes.flatMap((target, lane) => (target === id ? [lane] : []))
    const lane = waiting[0] ?? free(lanes)
    const merges = waiting.slice(1)
    const through = lanes.flatMap((target, index) => (target !== undefined && target !== id ? [index] : []))
    for (const index of waiting) lanes[index] = undefined

    const [first, ...others] = children(id)
    lanes[lane] = first
    const forks = others.map((child) => {
      const side = free(lanes)
      lanes[side] = child
      return side
    })
    const used = [lane, ...merges, ...through, ...forks]
    while (lanes.length > 0 && lanes.at(-1) === undefined) lanes.pop()
    return {
      id,
      lane,
      through,
      fromAbove: waiting.length > 0,
      merges,
      toBelow: first !== undefined,
      forks,
      width: Math.max(...used) + 1,
    }
  })
}

function free(lanes: readonly (string | undefined)[]): number {
  const gap = lanes.indexOf(undefined)
  return gap === -1 ? lanes.length : gap
}

/** Causes first; among those that may come next, the one that continues what was just laid. A cycle is cut where it is met. */
function inOrder(ids: readonly string[], edges: readonly ThreadEdge[]): string[] {
  const missing = new Map(ids.map((id) => [id, edges.filter(({ to }) => to === id).length]))
  const ready = ids.filter((id) => missing.get(id) === 0).reverse()
  const order: string[] = []
  const laid = new Set<string>()
  while (order.length < ids.length) {
    const id = ready.pop() ?? ids.find((candidate) => !laid.has(candidate))
    if (id === undefined || laid.has(id)) continue
    laid.add(id)
    order.push(id)
    const next: string[] = []
    for (const { from, to } of edges) {
      if (from !== id) continue
      const left = (missing.get(to) ?? 0) - 1
      missing.set(to, left)
      if (left === 0 && !laid.has(to)) next.push(to)
    }
    ready.push(...next.reverse())
  }
  return order
}
