import { useEffect } from 'react'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useViewer } from '@/app/session'

const writersQuery = graphql(`
  query TopicWriters($id: ID!) {
    topic(id: $id) {
      id
      writers {
        id
        name
      }
    }
  }
`)

/** Somebody who falls silent is forgotten by the server after this long. */
const lapses = 45_000

/** The names of those who are writing a topic's harvest now, the reader aside. `heard` changes when somebody begins or ceases. */
export function useWriters(topicId: string, heard: number, isOpen: boolean): string[] {
  const viewer = useViewer()
  const [{ data }, ask] = useQuery({ query: writersQuery, variables: { id: topicId }, pause: !isOpen })
  useEffect(() => {
    if (heard > 0 && isOpen) ask({ requestPolicy: 'network-only' })
  }, [heard, isOpen, ask])
  const others = (data?.topic?.writers ?? []).filter(({ id }) => id !== viewer.staffMember.id)
  const count = isOpen ? others.length : 0
  useEffect(() => {
    if (count === 0) return
    const again = setInterval(() => ask({ requestPolicy: 'network-only' }), lapses)
    return () => clearInterval(again)
  }, [count, ask])
  return count === 0 ? [] : others.map(({ name }) => name)
}
