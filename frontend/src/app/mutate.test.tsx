import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { renderApp, stubClient, type StubAnswer } from '@/test/render'
import { Button } from '@/ui/Button'
import { graphql } from './graphql'
import { useAct } from './mutate'

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

function Sample() {
  const [act, { isPending }] = useAct(star)
  const [said, say] = useState('')
  return (
    <>
      <Button
        isPending={isPending}
        onPress={async () => {
          const done = await act({ topicId: '1' })
          say(done.ok ? 'fait' : done.failures.map(({ code }) => code).join())
        }}
      >
        Étoile
      </Button>
      <output>{said}</output>
    </>
  )
}

const answered = {
  starTopic: { __typename: 'StarTopicPayload', topic: { __typename: 'Topic', id: '1', viewerStarred: true } },
}

describe('an act', () => {
  it('sends the same key again when the first answer was lost, and a new one for a new intention', async () => {
    const keys: string[] = []
    let isAway = true
    const answer: StubAnswer = ({ input }) => {
      keys.push((input as { clientMutationId: string }).clientMutationId)
      if (isAway) throw new TypeError('Failed to fetch')
      return answered
    }
    const { user, getByRole, findByText } = await renderApp(<Sample />, {
      client: stubClient({ Star: answer }),
    })
    await user.click(getByRole('button', { name: 'Étoile' }))
    await findByText('NETWORK')
    isAway = false
    await user.click(getByRole('button', { name: 'Étoile' }))
    await findByText('fait')
    await user.click(getByRole('button', { name: 'Étoile' }))
    await findByText('fait')
    expect(keys).toHaveLength(3)
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).not.toBe(keys[1])
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('says in a message what belongs to no field', async () => {
    const client = stubClient({
      Star: () => ({ errors: [{ code: 'FORBIDDEN', message: 'Le mur est fermé' }] }),
    })
    const { user, getByRole, findByText } = await renderApp(<Sample />, { client })
    await user.click(getByRole('button', { name: 'Étoile' }))
    expect(await findByText('Le mur est fermé')).toBeTruthy()
    await findByText('FORBIDDEN')
  })
})
