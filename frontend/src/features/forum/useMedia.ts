import { useSyncExternalStore } from 'react'

/** Whether the window is as the media query says; it follows the window. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => matchMedia(query).matches,
  )
}

/** Room enough for the board as a grid, with the queue beside it. */
export const wide = '(width >= 60rem)'
