import { beforeEach, describe, expect, it, vi } from 'vitest'
import { stubClient, type StubAnswer } from '@/test/render'
import { graphql } from './graphql'
import { cancel, enqueue, send } from './outbox'
import { emptyStore, store } from './store'

const star = graphql(`
  mutation Star($input: StarTopicInput!) {
    starTopic(input: $input) {
      topic {
        id
      }
    }
  }
`)

const waiting = async () => (await store()).getAll('outbox')
const write = (topicId: string, viewerId = 'nadia') => ({
  viewerId,
  label: `Étoile ${topicId}`,
  mutation: star,
  input: { topicId },
})

/** A server that can be unplugged, and remembers what it was sent. */
function server() {
  const got: { topicId: string; clientMutationId: string }[] = []
  const state = {
    isAway: false,
    refuse: undefined as string | undefined,
    fault: { code: 'FORBIDDEN' } as object,
  }
  const answer: StubAnswer = (variables) => {
    if (state.isAway) throw new TypeError('Failed to fetch')
    const input = variables.input as (typeof got)[number]
    got.push(input)
    if (state.refuse === input.topicId)
      return { errors: [{ code: 'FORBIDDEN', message: 'Trop tard', ...state.fault }] }
    return {
      starTopic: { __typename: 'StarTopicPayload', topic: { __typename: 'Topic', id: input.topicId } },
    }
  }
  return { client: stubClient({ Star: answer }), got, state }
}

// jsdom has no Web Locks; one tab needs only that a second sender finds the door closed.
let isHeld = false
vi.stubGlobal('navigator', {
  ...navigator,
  locks: {
    request: async (_name: string, _options: object, run: (lock: object | null) => Promise<void>) => {
      if (isHeld) return run(null)
      isHeld = true
      try {
        return await run({})
      } finally {
        isHeld = false
      }
    },
  },
})

describe('the outbox', () => {
  beforeEach(emptyStore)

  it('sends at once when the network is there', async () => {
    const { client, got } = server()
    await enqueue(client, write('1'))
    expect(got.map(({ topicId }) => topicId)).toEqual(['1'])
    expect(await waiting()).toEqual([])
  })

  it('keeps the order and the keys while the network is away, and sends each once when it is back', async () => {
    const { client, got, state } = server()
    state.isAway = true
    await enqueue(client, write('1'))
    await enqueue(client, write('2'))
    await enqueue(client, write('3'))
    const kept = await waiting()
    expect(kept.map(({ label }) => label)).toEqual(['Étoile 1', 'Étoile 2', 'Étoile 3'])
    state.isAway = false
    await Promise.all([send(client, 'nadia'), send(client, 'nadia')])
    expect(got).toEqual(kept.map(({ input }) => input))
    expect(await waiting()).toEqual([])
  })

  it('takes out what the server refuses and goes on', async () => {
    const { client, got, state } = server()
    state.isAway = true
    await enqueue(client, write('1'))
    await enqueue(client, write('2'))
    state.isAway = false
    state.refuse = '1'
    await send(client, 'nadia')
    expect(got.map(({ topicId }) => topicId)).toEqual(['1', '2'])
    expect(await waiting()).toEqual([])
  })

  it('waits out a service that is busy, and takes out what is beyond a bound', async () => {
    const { client, state } = server()
    state.refuse = '1'
    state.fault = { code: 'LIMITED' }
    await enqueue(client, write('1'))
    expect(await waiting()).toHaveLength(1)
    state.fault = { code: 'LIMITED', field: 'input.text' }
    await send(client, 'nadia')
    expect(await waiting()).toEqual([])
  })

  it('sends nothing in the name of another, and forgets what is cancelled', async () => {
    const { client, got, state } = server()
    state.isAway = true
    await enqueue(client, write('1', 'karim'))
    await enqueue(client, write('2'))
    state.isAway = false
    await cancel((await waiting())[1]!.order!)
    await send(client, 'nadia')
    expect(got).toEqual([])
    expect((await waiting()).map(({ viewerId }) => viewerId)).toEqual(['karim'])
  })
})
