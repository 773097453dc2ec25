import type { Client } from 'urql'
import type { ResultOf, VariablesOf } from '@/app/graphql'
import { everyoneQuery, type EveryParticipant } from '../participants'

/** Reads all who match to the last, page after page. */
export async function everyone(
  client: Client,
  id: string,
  filter: VariablesOf<typeof everyoneQuery>['filter'],
): Promise<EveryParticipant[]> {
  const found: EveryParticipant[] = []
  const page = async (after: string | null): Promise<ResultOf<typeof everyoneQuery>> => {
    const { data, error } = await client
      .query(everyoneQuery, { id, filter, after }, { requestPolicy: 'network-only' })
      .toPromise()
    if (data === undefined) throw error ?? new Error('no answer')
    return data
  }
  for (let after: string | null = null; ;) {
    const { gathering }: ResultOf<typeof everyoneQuery> = await page(after)
    if (gathering === null) return found
    found.push(...gathering.registrations.nodes)
    if (!gathering.registrations.pageInfo.hasNextPage) return found
    after = gathering.registrations.pageInfo.endCursor
  }
}
