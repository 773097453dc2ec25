import { useCallback, useEffect, useRef } from 'react'
import { useLive, type LiveFact, type LiveScope } from './live'

const pause = 2_000

/**
 * Reads again when others do something in the scope: at once, and then at most every two seconds, because eighty people in a
 * room act at the same time. What is shown changes in place; nothing is put above what is being read. `matters` may say that
 * some facts are told in another way.
 */
export function useLiveReads(
  scope: LiveScope | null,
  readAgain: () => void,
  {
    matters = () => true,
    onWriting,
  }: { matters?: (facts: LiveFact[]) => boolean; onWriting?: (topicId: string) => void } = {},
): void {
  const last = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const again = useRef(readAgain)
  useEffect(() => {
    again.current = readAgain
  }, [readAgain])
  useEffect(() => () => clearTimeout(timer.current), [])
  const soon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(
      () => {
        last.current = Date.now()
        again.current()
      },
      Math.max(0, last.current + pause - Date.now()),
    )
  }, [])
  useLive(
    scope,
    (facts) => {
      if (matters(facts)) soon()
    },
    onWriting,
  )
}
