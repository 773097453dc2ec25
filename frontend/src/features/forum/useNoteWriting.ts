import { useCallback, useRef } from 'react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'

const noteWriting = graphql(`
  mutation NoteWriting($input: NoteWritingInput!) {
    noteWriting(input: $input) {
      topic {
        id
      }
    }
  }
`)

const every = 20_000

/** To be called at each key: tells the others that one writes, at once and then now and again. What fails is left at that. */
export function useNoteWriting(topicId: string): () => void {
  const [note] = useAct(noteWriting)
  const last = useRef(0)
  return useCallback(() => {
    if (!navigator.onLine || Date.now() - last.current < every) return
    last.current = Date.now()
    void note({ topicId }, { silent: true })
  }, [note, topicId])
}
