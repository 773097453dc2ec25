import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClient } from './client'
import { graphql } from './graphql'

const groups = graphql(`
  query Groups {
    workingGroups {
      totalCount
    }
  }
`)
const star = graphql(`
  mutation Star($input: StarTopicInput!) {
    starTopic(input: $input) {
      topic {
        id
      }
    }
  }
`)

const json = (body: object) =>
  new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/graphql-response+json' } })
const unauthenticated = () =>
  json({ data: null, errors: [{ message: 'Connectez-vous', extensions: { code: 'UNAUTHENTICATED' } }] })
const counted = (totalCount: number) =>
  json({ data: { workingGroups: { __typename: 'WorkingGroupConnection', totalCount } } })

function setup(server: (name: string, init: RequestInit) => Response | Promise<Response>, renewal: number) {
  const renewals: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    renewals.push(url)
    return new Response(null, { status: renewal })
  })
  const onSignedOut = vi.fn()
  const client = createClient({
    url: 'http://maillage.test/graphql',
    language: () => 'en',
    onSignedOut,
    fetch: async (_url, init) =>
      server((JSON.parse(String(init!.body)) as { operationName: string }).operationName, init!),
  })
  return { client, renewals, onSignedOut }
}

afterEach(() => vi.unstubAllGlobals())

describe('the client', () => {
  it('renews the session once for all that failed, and repeats what was asked', async () => {
    let isExpired = true
    const { client, renewals, onSignedOut } = setup(() => (isExpired ? unauthenticated() : counted(3)), 204)
    const original = globalThis.fetch
    vi.stubGlobal('fetch', async (url: string) => {
      const answer = await original(url)
      isExpired = false
      return answer
    })
    const [one, two] = await Promise.all([
      client.query(groups, {}, { requestPolicy: 'network-only' }).toPromise(),
      client.query(groups, {}).toPromise(),
    ])
    expect(one.data?.workingGroups.totalCount).toBe(3)
    expect(two.data?.workingGroups.totalCount).toBe(3)
    expect(renewals).toEqual(['/auth/refresh'])
    expect(onSignedOut).not.toHaveBeenCalled()
  })

  it('says that the session is over when it cannot be renewed', async () => {
    const { client, onSignedOut } = setup(unauthenticated, 401)
    const { error } = await client.query(groups, {}).toPromise()
    expect(error?.graphQLErrors[0]?.extensions.code).toBe('UNAUTHENTICATED')
    expect(onSignedOut).toHaveBeenCalledOnce()
  })

  it('asks again for a query the network lost, and never for a write', async () => {
    const asked: string[] = []
    const { client } = setup((name) => {
      asked.push(name)
      if (asked.filter((other) => other === name).length < 2) throw new TypeError('Failed to fetch')
      return counted(1)
    }, 204)
    expect((await client.query(groups, {}).toPromise()).data?.workingGroups.totalCount).toBe(1)
    const { error } = await client
      .mutation(star, { input: { topicId: '1', clientMutationId: 'k' } })
      .toPromise()
    expect(error?.networkError).toBeDefined()
    expect(asked).toEqual(['Groups', 'Groups', 'Star'])
  })

  it('reads every list again after a write, and speaks the language of the page', async () => {
    let count = 1
    const languages = new Set<string>()
    const { client } = setup((name, init) => {
      languages.add((init.headers as Record<string, string>)['accept-language'] ?? '')
      if (name === 'Groups') return counted(count)
      return json({
        data: { starTopic: { __typename: 'StarTopicPayload', topic: { __typename: 'Topic', id: '1' } } },
      })
    }, 204)
    const seen: (number | undefined)[] = []
    const { unsubscribe } = client
      .query(groups, {}, { requestPolicy: 'cache-first' })
      .subscribe(({ data }) => seen.push(data?.workingGroups.totalCount))
    await vi.waitFor(() => expect(seen).toContain(1))
    count = 2
    await client.mutation(star, { input: { topicId: '1', clientMutationId: 'k' } }).toPromise()
    await vi.waitFor(() => expect(seen.at(-1)).toBe(2))
    unsubscribe()
    expect([...languages]).toEqual(['en'])
  })
})
