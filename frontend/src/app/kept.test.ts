import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from './client'
import { graphql } from './graphql'
import { answered } from './network'
import { loadViewer } from './session'
import { disown, emptyStore, own, store } from './store'
import { rememberSession } from './remembered'
import { sessionAnswer } from '@/test/viewer'

const topic = graphql(`
  query OneTopic($id: ID!) {
    topic(id: $id) {
      id
      title
      viewerStarred
    }
  }
`)
const star = graphql(`
  mutation Star($input: StarTopicInput!) {
    starTopic(input: $input) {
      topic {
        id
        viewerStarred
      }
    }
  }
`)

/** What the server says of a topic, and whether it can be reached. */
const server = { isAway: false, title: 'Un tutorat', isStarred: false, viewer: 'nadia', asked: 0 }

/** A page opened anew: nothing is in memory, and only the device remembers. */
function page() {
  return createClient({
    url: 'http://maillage.test/graphql',
    language: () => 'fr',
    onSignedOut: () => undefined,
    isKept: true,
    fetch: async (_url, init) => {
      if (server.isAway) throw new TypeError('Failed to fetch')
      const { operationName, variables } = JSON.parse(String(init?.body)) as {
        operationName: string
        variables?: { id?: string }
      }
      server.asked += 1
      const said = { __typename: 'Topic', id: variables?.id ?? '1', viewerStarred: server.isStarred }
      const data =
        operationName === 'Session'
          ? sessionAnswer({ id: server.viewer })
          : operationName === 'Star'
            ? { starTopic: { __typename: 'StarTopicPayload', topic: said } }
            : { topic: { ...said, title: server.title } }
      return new Response(JSON.stringify({ data }), {
        headers: { 'Content-Type': 'application/graphql-response+json' },
      })
    },
  })
}

const answers = async () => (await store()).getAll('answers')
const read = (client: ReturnType<typeof page>, id = '1') => client.query(topic, { id }).toPromise()
const patient = { timeout: 10_000 }
const kept = async (count: number) => expect.poll(async () => (await answers()).length, patient).toBe(count)

function away(isAway: boolean) {
  server.isAway = isAway
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(!isAway)
  window.dispatchEvent(new Event(isAway ? 'offline' : 'online'))
}

beforeEach(async () => {
  Object.assign(server, { title: 'Un tutorat', isStarred: false, viewer: 'nadia', asked: 0 })
  away(false)
  answered()
  await emptyStore()
  rememberSession(true)
})

describe('what was read', () => {
  it('is read again without a network, by a page opened anew', async () => {
    const before = page()
    await loadViewer(before)
    await read(before)
    await kept(2)
    away(true)
    const after = page()
    expect((await loadViewer(after))?.id).toBe('nadia')
    expect((await read(after)).data?.topic?.title).toBe('Un tutorat')
  })

  it('is asked again by itself when the network is back', async () => {
    const before = page()
    await loadViewer(before)
    await read(before)
    await kept(2)
    away(true)
    const after = page()
    await loadViewer(after)
    const seen: (string | undefined)[] = []
    const { unsubscribe } = after
      .query(topic, { id: '1' })
      .subscribe(({ data }) => seen.push(data?.topic?.title))
    await vi.waitFor(() => expect(seen).toEqual(['Un tutorat']), patient)
    server.title = 'Un tutorat entre régions'
    away(false)
    await vi.waitFor(() => expect(seen.at(-1)).toBe('Un tutorat entre régions'), patient)
    unsubscribe()
  })

  it('says plainly of what has never been read that it was not', async () => {
    const before = page()
    await loadViewer(before)
    await kept(1)
    away(true)
    const after = page()
    await loadViewer(after)
    expect((await read(after, '2')).error?.networkError?.name).toBe('NeverRead')
  })

  it('tells what one has done since, also where it was read before', async () => {
    const before = page()
    await loadViewer(before)
    await read(before)
    await kept(2)
    // Another page, which has not read the topic, writes.
    const other = page()
    await loadViewer(other)
    server.isStarred = true
    await other.mutation(star, { input: { topicId: '1', clientMutationId: 'k' } }).toPromise()
    away(true)
    const after = page()
    await loadViewer(after)
    expect((await read(after)).data?.topic).toMatchObject({ viewerStarred: true, title: 'Un tutorat' })
  })

  it('is not kept without end, but for who it is that reads', async () => {
    const client = page()
    await loadViewer(client)
    for (let id = 1; id <= 130; id += 1) await read(client, String(id))
    const titles = async () =>
      (await answers()).map(({ data }) => (data as { topic?: { id: string } }).topic?.id)
    await expect.poll(titles, patient).toContain('130')
    expect((await titles()).length).toBeLessThanOrEqual(121)
    expect(await titles()).not.toContain('1')
    away(true)
    expect((await loadViewer(page()))?.id).toBe('nadia')
  })
})

describe('what one person read', () => {
  it('is gone when another signs in', async () => {
    const hers = page()
    await loadViewer(hers)
    await read(hers)
    await kept(2)
    server.viewer = 'karim'
    await loadViewer(page())
    await expect
      .poll(async () => (await answers()).map(({ viewerId }) => viewerId), patient)
      .toEqual(['karim'])
  })

  it('is gone at sign-out, and not kept again by a tab that was still open', async () => {
    const client = page()
    await loadViewer(client)
    await read(client)
    await kept(2)
    await disown()
    await read(client, '2')
    await new Promise((done) => setTimeout(done, 50))
    expect(await answers()).toEqual([])
    away(true)
    await expect(loadViewer(page())).rejects.toThrow()
    await own('karim')
  })
})
