/** How long before the end of its slot a session's harvest is asked for, as the server does. */
export const promptMinutes = 8

export interface Closing {
  id: string
  title: string
  occurrence: { slot: { endsAt: string } } | null
}

/** Minutes until a moment, none when it has passed. */
export function minutesTo(at: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(at) - now) / 60_000))
}

/** The session that ends first among those whose last minutes have begun and of which nothing has been said yet. */
export function closingNow<Topic extends Closing>(
  topics: readonly Topic[],
  now: number,
  said: ReadonlySet<string>,
): { topic: Topic; minutes: number } | undefined {
  return topics
    .flatMap((topic) =>
      topic.occurrence === null || said.has(topic.id)
        ? []
        : [{ topic, minutes: minutesTo(topic.occurrence.slot.endsAt, now) }],
    )
    .filter(({ minutes }) => minutes <= promptMinutes)
    .toSorted((a, b) => a.minutes - b.minutes)[0]
}
