import { beforeEach, describe, expect, it } from 'vitest'
import { stubClient, type StubAnswer } from '@/test/render'
import { readDraft, saveDraft } from './drafts'
import { graphql } from './graphql'
import { answered, notCarried } from './network'
import { cancel, dismiss, enqueue, send, unsent, type Write } from './outbox'
import { disown, emptyStore, own, store } from './store'

const star = graphql(`
  mutation Star($input: StarTopicInput!) {
    starTopic(input: $input) {
      topic {
        id
      }
    }
  }
`)
const unstar = graphql(`
  mutation Unstar($input: UnstarTopicInput!) {
    unstarTopic(input: $input) {
      topic {
        id
      }
    }
  }
`)
const dots = graphql(`
  mutation Dots($input: CastDotsInput!) {
    castDots(input: $input) {
      topic {
        id
      }
    }
  }
`)
const harvest = graphql(`
  mutation Harvest($input: WriteHarvestInput!) {
    writeHarvest(input: $input) {
      topic {
        id
        harvest {
          id
          version
        }
      }
    }
  }
`)

const waiting = async () => (await store()).getAll('outbox')
const refused = async () => (await store()).getAll('refused')
const labels = async () => (await waiting()).map(({ label }) => label)

const write = (topicId: string): Write => ({ label: `Étoile ${topicId}`, mutation: star, input: { topicId } })
const starred = (isStarred: boolean): Write => ({
  label: isStarred ? 'Étoile' : 'Sans étoile',
  about: 'star:1',
  wish: isStarred,
  was: !isStarred,
  mutation: isStarred ? star : unstar,
  input: { topicId: '1' },
})
const put = (count: number, was = 0): Write => ({
  label: `${count} gommettes`,
  about: 'dots:1',
  wish: count,
  was,
  mutation: dots,
  input: { topicId: '1', count },
})
const written = (said: string, version: number): Write => ({
  label: said,
  about: 'harvest:1',
  versionAt: ['writeHarvest', 'topic', 'harvest', 'version'],
  mutation: harvest,
  input: { topicId: '1', version, said },
  draft: { key: 'harvest:1', values: { said } },
})

/** A server that can be unplugged, and remembers what it was sent. */
function server() {
  const got: Record<string, unknown>[] = []
  const state = {
    isAway: false,
    refuse: undefined as string | undefined,
    code: 'FORBIDDEN',
    field: undefined as string | undefined,
  }
  const answer =
    (field: string): StubAnswer =>
    (variables) => {
      if (state.isAway) throw new TypeError('Failed to fetch')
      const input = variables.input as Record<string, unknown>
      got.push(input)
      if (state.refuse === input.topicId) {
        const { code, field } = state
        return { errors: [{ code, field, message: 'Trop tard' }] }
      }
      const version = Number(input.version ?? 0) + 1
      return {
        [field]: {
          __typename: 'Payload',
          topic: {
            __typename: 'Topic',
            id: input.topicId,
            harvest: { __typename: 'Harvest', id: 'h', version },
          },
        },
      }
    }
  const client = stubClient({
    Star: answer('starTopic'),
    Unstar: answer('unstarTopic'),
    Dots: answer('castDots'),
    Harvest: answer('writeHarvest'),
  })
  return {
    client,
    got,
    state,
    leave: () => {
      state.isAway = true
      notCarried()
    },
    comeBack: async () => {
      state.isAway = false
      answered()
      await send(client)
    },
  }
}

beforeEach(async () => {
  for (const viewerId of ['karim', 'nadia']) {
    await own(viewerId)
    await emptyStore()
  }
  await own('nadia')
  answered()
})

describe('the outbox', () => {
  it('sends at once when the network is there, and says so', async () => {
    const { client, got } = server()
    const { outcome } = await enqueue(client, write('1'))
    expect((await outcome).state).toBe('sent')
    expect(got.map(({ topicId }) => topicId)).toEqual(['1'])
    expect(await waiting()).toEqual([])
  })

  it('keeps the order and the keys while the network is away, and sends each once when it is back', async () => {
    const { client, got, leave, state } = server()
    leave()
    for (const id of ['1', '2', '3']) {
      const { outcome } = await enqueue(client, write(id))
      expect(await outcome).toEqual({ state: 'waiting' })
    }
    const kept = await waiting()
    expect(kept.map(({ label }) => label)).toEqual(['Étoile 1', 'Étoile 2', 'Étoile 3'])
    state.isAway = false
    await Promise.all([send(client), send(client)])
    expect(got).toEqual(kept.map(({ input }) => input))
    expect(await waiting()).toEqual([])
  })

  it('sends the same key again when the answer was lost on the way', async () => {
    const { client, got, state, comeBack } = server()
    state.isAway = true
    const { outcome } = await enqueue(client, write('1'))
    expect((await outcome).state).toBe('waiting')
    const [kept] = await waiting()
    expect(kept?.tries).toBe(1)
    await comeBack()
    expect(got).toEqual([kept?.input])
  })

  it('takes out what the server refuses, goes on, and keeps every refusal with its text', async () => {
    const { client, got, state, leave, comeBack } = server()
    leave()
    await enqueue(client, written('Le mien', 0))
    await enqueue(client, { ...write('1'), label: 'Étoile' })
    await enqueue(client, write('2'))
    state.refuse = '1'
    await comeBack()
    expect(got.map(({ topicId }) => topicId)).toEqual(['1', '1', '2'])
    expect(await waiting()).toEqual([])
    expect((await refused()).map(({ label, failure }) => [label, failure.message])).toEqual([
      ['Le mien', 'Trop tard'],
      ['Étoile', 'Trop tard'],
    ])
    expect((await readDraft('harvest:1'))?.values).toEqual({ said: 'Le mien' })
    expect(await unsent()).toBe(2)
    await dismiss((await refused())[1]!.order)
    expect((await refused()).map(({ label }) => label)).toEqual(['Le mien'])
  })

  it('tells whoever is waiting for it of a refusal, and nobody else', async () => {
    const { client, state } = server()
    state.refuse = '1'
    const { outcome } = await enqueue(client, write('1'))
    expect(await outcome).toEqual({
      state: 'refused',
      failures: [expect.objectContaining({ code: 'FORBIDDEN' })],
    })
    expect(await refused()).toEqual([])
  })

  it('takes out what is beyond a bound: to send it again would change nothing', async () => {
    const { client, state } = server()
    Object.assign(state, { refuse: '1', code: 'LIMITED', field: 'input.topicId' })
    const { outcome } = await enqueue(client, write('1'))
    expect((await outcome).state).toBe('refused')
    expect(await waiting()).toEqual([])
  })

  it('holds a text in one place only: in its draft or in the queue', async () => {
    const { client, leave } = server()
    leave()
    await saveDraft('harvest:1', { said: 'Un début' })
    await enqueue(client, written('Un début', 0))
    expect(await readDraft('harvest:1')).toBeUndefined()
    await cancel((await waiting())[0]!.order!)
    expect((await readDraft('harvest:1'))?.values).toEqual({ said: 'Un début' })
    expect(await waiting()).toEqual([])
  })

  it.each(['LIMITED', 'UNAUTHENTICATED', 'INTERNAL'])(
    'keeps what was answered with %s for later',
    async (code) => {
      const { client, state, comeBack } = server()
      state.refuse = '1'
      state.code = code
      const { outcome } = await enqueue(client, write('1'))
      expect((await outcome).state).toBe('waiting')
      state.refuse = undefined
      await comeBack()
      expect(await waiting()).toEqual([])
      expect(await refused()).toEqual([])
    },
  )
})

describe('of two that have never left', () => {
  it('a star and its taking back cancel out', async () => {
    const { client, got, leave, comeBack } = server()
    leave()
    await enqueue(client, starred(true))
    await enqueue(client, { ...starred(false), was: false })
    expect(await labels()).toEqual([])
    await comeBack()
    expect(got).toEqual([])
  })

  it('the last count of dots takes the place of those before, and the first count takes all back', async () => {
    const { client, got, leave, comeBack } = server()
    leave()
    await enqueue(client, put(1))
    await enqueue(client, put(2))
    await enqueue(client, put(3))
    expect(await labels()).toEqual(['3 gommettes'])
    await comeBack()
    expect(got.map(({ count }) => count)).toEqual([3])
    leave()
    await enqueue(client, put(1, 3))
    await enqueue(client, put(3, 3))
    expect(await labels()).toEqual([])
  })

  it('the later leaves after what was written in between', async () => {
    const { client, got, leave, comeBack } = server()
    leave()
    await enqueue(client, put(1))
    await enqueue(client, written('Entre les deux', 4))
    await enqueue(client, put(2))
    expect(await labels()).toEqual(['Entre les deux', '2 gommettes'])
    await comeBack()
    expect(got.map(({ count, said }) => count ?? said)).toEqual(['Entre les deux', 2])
  })

  it('is said only where both have stayed: one that may have arrived is followed by the next', async () => {
    const { client, got, state, comeBack } = server()
    state.isAway = true
    await (
      await enqueue(client, starred(true))
    ).outcome
    await enqueue(client, starred(false))
    expect(await labels()).toEqual(['Étoile', 'Sans étoile'])
    await comeBack()
    expect(got).toHaveLength(2)
  })

  it('the later text begins from the version that the earlier one made', async () => {
    const { client, got, state, comeBack } = server()
    state.isAway = true
    await (
      await enqueue(client, written('Un', 4))
    ).outcome
    await enqueue(client, written('Deux', 4))
    await enqueue(client, written('Trois', 4))
    await comeBack()
    expect(got.map(({ said, version }) => [said, version])).toEqual([
      ['Un', 4],
      ['Trois', 5],
    ])
  })
})

describe('between people on one device', () => {
  it('sends nothing in the name of another', async () => {
    const { client, got, leave, comeBack } = server()
    leave()
    await enqueue(client, write('1'))
    await own('karim')
    await comeBack()
    expect(got).toEqual([])
    expect(await unsent()).toBe(0)
    await own('nadia')
    await comeBack()
    expect(got).toHaveLength(1)
  })

  it('sends nothing from a tab whose reader is no longer the one signed in', async () => {
    const { client, got, leave, comeBack } = server()
    leave()
    await enqueue(client, write('1'))
    await disown()
    await comeBack()
    expect(got).toEqual([])
    expect(await labels()).toEqual(['Étoile 1'])
  })

  it('forgets at sign-out what was the leaving person’s, and no more', async () => {
    const { client, leave } = server()
    leave()
    await own('karim')
    await enqueue(client, write('1'))
    await saveDraft('a', { text: 'de Karim' })
    await own('nadia')
    await enqueue(client, write('2'))
    await saveDraft('a', { text: 'de Nadia' })
    await emptyStore()
    await own('nadia')
    expect([await unsent(), await readDraft('a')]).toEqual([0, undefined])
    await own('karim')
    expect([await unsent(), (await readDraft('a'))?.values.text]).toEqual([1, 'de Karim'])
  })
})
