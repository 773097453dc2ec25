import type { CacheExchangeOpts } from '@urql/exchange-graphcache'

/** How an object is known by itself; every cache looks here. */
export const keys: NonNullable<CacheExchangeOpts['keys']> = {}

/** Says which objects live inside the one that holds them: their id is that of another object, or they have none. */
export function embed(names: string): void {
  for (const name of names.split(' ')) keys[name] = () => null
}

embed(
  'ThreadNode SearchHit PageInfo DateEntry HealthFact HarvestRevision UpdateRevision PlacementWarning Thread ThreadEdge ' +
    'LiveEvent LiveFact Observatory StateCount TiedCentre TiedPair Measure ForumFates FateCount ' +
    'ParticipantFigures ParticipantDay ParticipantCentre',
)
