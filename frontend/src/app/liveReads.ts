import { useCallback, useEffect, useRef } from 'react'
import { useLive, type LiveFact, type LiveScope } from './live'

const pause = 2_000
/** A reading that took long is followed by a pause of so many times its length: a server that has much to do is left in peace. */
const patience = 2
/** Three hundred phones hear of the same fact at the same moment: they do not all ask at that moment. */
const spread = 500

/**
 * Reads again when others do something in the scope: at once, and then at most every two seconds, because a whole room acts at the
 * same time. `readAgain` is given what has happened since the last reading, and the next one waits for its promise. What is shown
 * changes in place; nothing is put above what is being read. `matters` may say that some facts are told in another way.
 */
export function useLiveReads(
  scope: LiveScope | null,
  readAgain: (facts: LiveFact[]) => unknown,
  {
    matters = () => true,
    onWriting,
  }: { matters?: (facts: LiveFact[]) => boolean; onWriting?: (topicId: string) => void } = {},
): void {
  const waiting = useRef<LiveFact[]>([])
  const isReading = useRef(false)
  /** When the next reading may be. */
  const rest = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const again = useRef(readAgain)
  useEffect(() => {
    again.current = readAgain
  }, [readAgain])
  const soon = useCallback(function next() {
    const read = async () => {
      const facts = waiting.current
      waiting.current = []
      isReading.current = true
      const began = Date.now()
      await Promise.resolve(again.current(facts)).catch(() => undefined)
      isReading.current = false
      rest.current = Date.now() + Math.max(pause, patience * (Date.now() - began))
      if (waiting.current.length > 0) next()
    }
    clearTimeout(timer.current)
    if (isReading.current) return
    timer.current = setTimeout(
      () => void read(),
      Math.max(0, rest.current - Date.now()) + Math.random() * spread,
    )
  }, [])
  const isOver = useRef(false)
  useEffect(() => {
    isOver.current = false
    return () => {
      isOver.current = true
      waiting.current = []
      clearTimeout(timer.current)
    }
  }, [])
  useLive(
    scope,
    (facts) => {
      if (isOver.current || !matters(facts)) return
      waiting.current.push(...facts)
      soon()
    },
    onWriting,
  )
}
