import type { Forum, WallTopic } from './forum'

export interface Late {
  topic: WallTopic
  /** When its slot ended; null when it never stood in one. */
  since: string | null
}

/** The sessions held whose harvest is not published, the oldest first. */
export function lateHarvests({ topics, slots }: Pick<Forum, 'topics' | 'slots'>): Late[] {
  return topics
    .filter(({ state }) => state === 'HELD')
    .map((topic) => ({
      topic,
      since: slots.find(({ id }) => id === topic.occurrence?.slot.id)?.endsAt ?? null,
    }))
    .toSorted((a, b) => (a.since ?? '').localeCompare(b.since ?? ''))
}

const hour = 3_600_000

/** Whether a reminder is still left to work, as the server has it. */
export function isChasedLately(chasedAt: string | null, now: number): boolean {
  return chasedAt !== null && now - Date.parse(chasedAt) < hour
}
