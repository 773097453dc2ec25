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

/** « Ensuite » is for whoever is there: what begins in a month is a date, not a next. */
const isSoon = (at: number, now: number) => at - now < 24 * 3_600_000
