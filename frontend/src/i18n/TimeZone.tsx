import { createContext, useContext, type ReactNode } from 'react'

const TimeZoneContext = createContext('Europe/Paris')

/** Dates below are said in this zone: the viewer's centre's, or the place's of a gathering. */
export function TimeZone({ zone, children }: { zone: string; children: ReactNode }) {
  return <TimeZoneContext value={zone}>{children}</TimeZoneContext>
}

export function useTimeZone(): string {
  return useContext(TimeZoneContext)
}
