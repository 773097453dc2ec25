import { useEffect, useState } from 'react'
import { followWall, readWall } from './ask'
import type { Wall } from './wall'

export interface Standing {
  /** What was last had; it stays on the screen while the network is lost. */
  wall: Wall | undefined
  /** gone: the link opens nothing, or no longer. */
  state: 'waiting' | 'live' | 'cut' | 'gone'
  /** How far this machine's clock is behind the server's. */
  behind: number
}

const pauses = [1_000, 2_000, 5_000, 10_000] as const
/** Eighty people star at once: the wall is read once for all of them. */
const gather = 700
/** Read anew though nothing was told: whatever was missed, the room does not look at it for long. */
const anyway = 30_000
/** The server speaks every fifteen seconds; one that is silent for longer is out of reach. */
const silence = 35_000

/** A wall that keeps itself up to date, through lost networks and restarts of the server, for as long as its link lives. */
export function useWall(token: string): Standing {
  const [standing, setStanding] = useState<Standing>({ wall: undefined, state: 'waiting', behind: 0 })

  useEffect(() => {
    let closed = false
    let failures = 0
    let cuts = 0
    let isReading = false
    let isStale = false
    let next: ReturnType<typeof setTimeout> | undefined
    let comeBack: ReturnType<typeof setTimeout> | undefined
    let hush: ReturnType<typeof setTimeout> | undefined
    let stop: (() => void) | undefined

    const readIn = (pause: number) => {
      clearTimeout(next)
      next = setTimeout(() => void read(), pause)
    }
    const read = async () => {
      if (isReading) {
        isStale = true
        return
      }
      isReading = true
      const wall = await readWall(token).catch(() => undefined)
      isReading = false
      if (closed) return
      if (wall === undefined) {
        setStanding((before) => ({ ...before, state: 'cut' }))
        return readIn(pauses[Math.min(failures++, pauses.length - 1)]!)
      }
      failures = 0
      if (wall === null) {
        setStanding({ wall: undefined, state: 'gone', behind: 0 })
        return readIn(2 * anyway)
      }
      setStanding({ wall, state: 'live', behind: Date.parse(wall.at) - Date.now() })
      readIn(isStale ? gather : anyway)
      isStale = false
      if (stop === undefined && comeBack === undefined) listen()
    }
    const later = () => {
      stop?.()
      stop = undefined
      clearTimeout(hush)
      clearTimeout(comeBack)
      if (closed) return
      comeBack = setTimeout(
        () => {
          comeBack = undefined
          // What happened while nobody listened is read; the stream follows once that has succeeded.
          void read()
        },
        pauses[Math.min(cuts++, pauses.length - 1)],
      )
    }
    const listen = () => {
      let isCurrent = true
      const heard = () => {
        clearTimeout(hush)
        hush = setTimeout(() => isCurrent && later(), silence)
      }
      heard()
      const unfollow = followWall(token, {
        heard: (isMoved) => {
          if (!isCurrent) return
          cuts = 0
          heard()
          if (isMoved) readIn(gather)
        },
        ended: () => {
          if (isCurrent) later()
        },
      })
      stop = () => {
        isCurrent = false
        unfollow()
      }
    }
    const atOnce = () => {
      failures = 0
      void read()
    }
    window.addEventListener('online', atOnce)
    void read()
    return () => {
      closed = true
      window.removeEventListener('online', atOnce)
      clearTimeout(next)
      clearTimeout(comeBack)
      clearTimeout(hush)
      stop?.()
    }
  }, [token])

  return standing
}
