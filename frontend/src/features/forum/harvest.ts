import type { Harvest } from './topic'

/** What the form of a harvest holds. The version says which text it was begun from, also after a draft was brought back. */
export interface HarvestValues {
  version: number
  said: string
  decided: string
  nextSteps: string
  carriesOn: string
  carriers: { id: string; name: string }[]
}

/** The fields in words, in the order of the form. */
export const texts = ['said', 'decided', 'nextSteps', 'carriesOn'] as const

export function valuesOf(harvest: Harvest | null): HarvestValues {
  return {
    version: harvest?.version ?? 0,
    said: harvest?.said ?? '',
    decided: harvest?.decided ?? '',
    nextSteps: harvest?.nextSteps ?? '',
    carriesOn: harvest?.carriesOn ?? '',
    carriers: harvest?.carriers.map(({ id, name }) => ({ id, name })) ?? [],
  }
}

export function inputOf(topicId: string, { carriers, ...values }: HarvestValues) {
  return { topicId, ...values, carrierIds: carriers.map(({ id }) => id) }
}

/** Whether two people have written the same thing, or one person's text came back. */
export function isSameHarvest(values: HarvestValues, stored: Harvest): boolean {
  const ids = (people: readonly { id: string }[]) =>
    people
      .map(({ id }) => id)
      .toSorted()
      .join()
  return (
    texts.every((field) => values[field].trim() === stored[field].trim()) &&
    ids(values.carriers) === ids(stored.carriers)
  )
}
