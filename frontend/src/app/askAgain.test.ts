import { Client, type Exchange } from '@urql/core'
import { filter, map, pipe } from 'wonka'
import { describe, expect, it } from 'vitest'
import { askAgainExchange } from './askAgain'
import { createClient } from './client'
import { graphql } from './graphql'

const visit = graphql(`
  query Visit {
    viewer {
      id
      lastVisitAt
      viewerCanAdminister
    }
  }
`)

const who = graphql(`
  query Who {
    viewer {
      id
    }
  }
`)

const mark = graphql(`
  mutation Mark($input: MarkVisitInput!) {
    markVisit(input: $input) {
      viewer {
        id
        lastVisitAt
      }
    }
  }
`)

const answer = (data: unknown) =>
  new Response(JSON.stringify({ data }), {
    headers: { 'Content-Type': 'application/graphql-response+json' },
  })

const viewer = (lastVisitAt: string) => ({
  __typename: 'Viewer',
  id: 'v',
  lastVisitAt,
  viewerCanAdminister: false,
})

describe('a question on its way while something is written', () => {
  it('is asked again, and answered', async () => {
    let asked = 0
    let release = () => undefined as void
    const slow = new Promise<void>((resolve) => (release = resolve))
    const client = createClient({
      url: 'http://maillage.test/graphql',
      language: () => 'fr',
      onSignedOut: () => undefined,
      fetch: async (_url, init) => {
        const { query } = JSON.parse(String(init?.body)) as { query: string }
        if (query.includes('mutation'))
          return answer({
            markVisit: { __typename: 'MarkVisitPayload', viewer: viewer('2026-01-01T00:00:00Z') },
          })
        if (query.includes('Who')) return answer({ viewer: { __typename: 'Viewer', id: 'v' } })
        asked += 1
        // The first answer is slow: the write overtakes it.
        if (asked === 1) await slow
        return answer({ viewer: viewer(`2026-01-0${asked}T00:00:00Z`) })
      },
    })
    await client.query(who, {}).toPromise()
    const seen: unknown[] = []
    const { unsubscribe } = client
      .query(visit, {})
      .subscribe(({ data }) => seen.push(data?.viewer?.lastVisitAt))
    await client.mutation(mark, { input: { clientMutationId: 'k' } }).toPromise()
    release()
    await expect.poll(() => seen.at(-1)).toBe('2026-01-02T00:00:00Z')
    expect(seen).not.toContain(undefined)
    unsubscribe()
  })
  it('is asked again though the client still waits for it, and told as empty when it stays so', async () => {
    const policies: string[] = []
    let answers: unknown[] = []
    const cache: Exchange = () => (operations$) =>
      pipe(
        operations$,
        filter(({ kind }) => kind === 'query'),
        map((operation) => {
          policies.push(operation.context.requestPolicy)
          return { operation, data: answers.shift() ?? null, stale: false, hasNext: false }
        }),
      )
    const client = new Client({
      url: 'http://maillage.test/graphql',
      preferGetMethod: false,
      exchanges: [askAgainExchange, cache],
    })
    answers = [null, { viewer: { id: 'v' } }]
    expect((await client.query(who, {}).toPromise()).data).toEqual({ viewer: { id: 'v' } })
    expect(policies).toEqual(['cache-first', 'network-only'])
    answers = []
    expect((await client.query(visit, {}).toPromise()).data).toBeNull()
  })
})
