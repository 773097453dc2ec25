/** What an agenda needs of an item to put it in its day. */
export interface Timed {
  id: string
  startsAt: string
  endsAt: string
}

export interface Day<Item> {
  day: string
  items: Item[]
}

/** The items day by day in the gathering's own time zone, in the order they begin. */
export function daysOf<Item extends Timed>(
  agenda: readonly Item[],
  dayOf: (moment: string) => string,
): Day<Item>[] {
  const days = new Map<string, Item[]>()
  for (const item of agenda.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))) {
    const day = dayOf(item.startsAt)
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return [...days].map(([day, items]) => ({ day, items }))
}

/** What is going on at a moment, and what begins next. */
export function markOf<Item extends Timed>(
  agenda: readonly Item[],
  now: number,
): Map<string, 'now' | 'next'> {
  const marks = new Map<string, 'now' | 'next'>()
  const ahead = agenda.map((item) => Date.parse(item.startsAt)).filter((at) => at > now)
  const first = Math.min(...ahead)
  for (const item of agenda) {
    if (Date.parse(item.startsAt) <= now && now < Date.parse(item.endsAt)) marks.set(item.id, 'now')
    else if (Date.parse(item.startsAt) === first && isSoon(first, now)) marks.set(item.id, 'next')
  }
  return marks
}

/** Where an item stands in the grid of its day: lines of a CSS grid, counted from one. */
export interface Cell {
  column: string
  row: string
}

export interface Grid {
  /** The rooms of the day by id, in the order given; '' is no one room. */
  columns: string[]
  cells: Map<string, Cell>
  /** The first line that is free, under all of it. */
  end: number
}

/**
 * A day as columns of rooms, when things go on side by side. What goes on alone takes the whole width. Null when nothing does
 * go on side by side, or when two would lie on one another: the day is then a plain list.
 */
export function gridOf<Item extends Timed & { space: { id: string } | null }>(
  items: readonly Item[],
  rooms: readonly string[],
): Grid | null {
  const at = (moment: string) => Date.parse(moment)
  const meets = (a: Item, b: Item) =>
    a.id !== b.id && at(a.startsAt) < at(b.endsAt) && at(b.startsAt) < at(a.endsAt)
  const beside = items.filter((item) => items.some((other) => meets(item, other)))
  if (beside.length === 0) return null
  const isOver = (a: Item, b: Item) => meets(a, b) && (a.space?.id ?? '') === (b.space?.id ?? '')
  if (beside.some((item) => beside.some((other) => isOver(item, other)))) return null
  const used = new Set(beside.map((item) => item.space?.id ?? ''))
  const columns = [...rooms.filter((room) => used.has(room)), ...(used.has('') ? [''] : [])]
  const moments = [...new Set(items.flatMap(({ startsAt, endsAt }) => [at(startsAt), at(endsAt)]))].toSorted(
    (a, b) => a - b,
  )
  const line = (moment: string) => moments.indexOf(at(moment)) + 1
  const cells = new Map(
    items.map((item) => [
      item.id,
      {
        column: beside.includes(item) ? String(columns.indexOf(item.space?.id ?? '') + 1) : '1 / -1',
        row: `${line(item.startsAt)} / ${line(item.endsAt)}`,
      },
    ]),
  )
  return { columns, cells, end: moments.length }
}

/** « Ensuite » is for whoever is there: what begins in a month is a date, not a next. */
const isSoon = (at: number, now: number) => at - now < 24 * 3_600_000
