import type { Client } from '@urql/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LiveFact } from '@/app/live'
import { movedTopics, WallReader } from './moves'

const fact = (verb: string, topicId: string | null, actorId = 'other') =>
  ({ verb, topicId, actorId }) as LiveFact

describe('what has moved on a wall', () => {
  it.each([
    ['numbers only', [fact('TOPIC_STARRED', 'a'), fact('TOPIC_CHECKED_IN', 'b')], []],
    ['a few topics', [fact('TOPIC_PLACED', 'a'), fact('TOPIC_STARRED', 'b'), fact('TOPIC_HELD', 'a')], ['a']],
    ['what the reader did elsewhere', [fact('TOPIC_CHECKED_IN', 'a', 'me')], ['a']],
    ['a phase', [fact('TOPIC_STARRED', 'a'), fact('FORUM_MOVED', null)], undefined],
    ['a new topic', [fact('TOPIC_PROPOSED', 'a')], undefined],
    ['many topics', Array.from({ length: 13 }, (_, i) => fact('TOPIC_PLACED', `${i}`)), undefined],
    ['nothing that is known', [], undefined],
  ])('is %s', (_what, facts, moved) => {
    expect(movedTopics(facts, 'me')).toEqual(moved)
  })
})

describe('reading a wall again', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  function asked(fails = false) {
    const questions: { name: string; variables: object }[] = []
    const client = {
      query: (document: { definitions: { name?: { value: string } }[] }, variables: object) => ({
        toPromise: async () => {
          const name = document.definitions[0]?.name?.value ?? ''
          questions.push({ name, variables })
          return { error: fails && name === 'ForumMoves' ? new Error('lost') : undefined }
        },
      }),
    } as unknown as Client
    return { questions, reader: new WallReader(client, 'forum') }
  }
  const names = (questions: { name: string }[]) => questions.map(({ name }) => name)

  it('takes what moved, and the whole after some readings', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const { questions, reader } = asked()
    const star = [fact('TOPIC_STARRED', 'a')]
    await reader.read(star, 'me')
    await reader.read([fact('TOPIC_PLACED', 'a')], 'me')
    expect(questions[0]!.variables).toEqual({ id: 'forum', moved: [], hasMoved: false })
    expect(questions[1]!.variables).toEqual({ id: 'forum', moved: ['a'], hasMoved: true })
    for (let more = 0; more < 5; more++) await reader.read(star, 'me')
    expect(names(questions)).toEqual([...Array<string>(5).fill('ForumMoves'), 'ForumWall', 'ForumMoves'])
  })

  it('does not have a room take the whole at once', async () => {
    const room = Array.from({ length: 300 }, () => asked())
    for (let nth = 0; nth < 5; nth++) {
      await Promise.all(room.map(({ reader }) => reader.read([fact('TOPIC_STARRED', 'a')], 'me')))
    }
    expect(new Set(room.flatMap(({ questions }) => names(questions)))).toEqual(new Set(['ForumMoves']))
  })

  it('takes the whole when what moved could not be had', async () => {
    const { questions, reader } = asked(true)
    await reader.read([fact('TOPIC_STARRED', 'a')], 'me')
    expect(names(questions)).toEqual(['ForumMoves', 'ForumWall'])
  })
})
