import { useEffect, useState } from 'react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'

const markMutation = graphql(`
  mutation MarkVisit($input: MarkVisitInput!) {
    markVisit(input: $input) {
      viewer {
        id
        lastVisitAt
      }
    }
  }
`)

const key = 'maillage.visit'

/**
 * Notes once per session that the viewer has come home. Says whether it is noted: before that, the server's « last visit » is
 * still the one before it.
 */
export function useVisit(viewerId: string): boolean {
  const [mark] = useAct(markMutation)
  const [isMarked, setMarked] = useState(() => sessionStorage.getItem(key) === viewerId)
  useEffect(() => {
    if (sessionStorage.getItem(key) === viewerId) return
    sessionStorage.setItem(key, viewerId)
    void mark({}, { silent: true }).then(({ ok }) => {
      if (ok) setMarked(true)
      else sessionStorage.removeItem(key)
    })
  }, [mark, viewerId])
  return isMarked
}
