import { createContext, useContext } from 'react'

/** Where the reader is. The house around the components says it; they know no router. */
export const CurrentPath = createContext('/')

export function useCurrentPath(): string {
  return useContext(CurrentPath)
}

/** Fetches the page one points at, so that it is there when one gets to it; null where there is no router. */
export const Preload = createContext<((href: string) => void) | null>(null)

/** How one goes to an address without reloading; null where there is no router. */
export const Navigate = createContext<((href: string) => void) | null>(null)
