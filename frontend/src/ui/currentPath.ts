import { createContext, useContext } from 'react'

/** Where the reader is. The house around the components says it; they know no router. */
export const CurrentPath = createContext('/')

export function useCurrentPath(): string {
  return useContext(CurrentPath)
}
