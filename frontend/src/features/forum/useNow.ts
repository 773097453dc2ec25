import { useEffect, useState } from 'react'

/** The present moment, to the half minute: for "now", "next" and what is left of a session. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(tick)
  }, [])
  return now
}
