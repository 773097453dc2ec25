import { defaultStringifySearch } from '@tanstack/react-router'
import { addresses } from '@/app/addresses'

/** What the address of the Observatoire says. */
export interface ObservatorySearch {
  du?: string
  au?: string
  theme?: string
  vue?: string
  liens?: string
  force?: string
  a?: string
  b?: string
  forum?: string
  devenir?: string
}

/** An address with what it asks; what is empty is left out. */
function withSearch(address: string, search: object): string {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  return address + defaultStringifySearch(Object.fromEntries(kept))
}

/** The Observatoire as it is, but for what is changed. */
export function observatoryHref(search: ObservatorySearch, patch: ObservatorySearch, part = ''): string {
  return withSearch(addresses.observatory(), { ...search, ...patch }) + part
}

/** The groups behind a figure. */
export function groupsHref(filter: { etat?: string[]; theme?: string; attention?: boolean }): string {
  return withSearch(addresses.groups(), filter)
}

/** The projects behind a figure. */
export function projectsHref(filter: { etat?: string[]; theme?: string; attention?: boolean }): string {
  return withSearch(addresses.projects(), filter)
}
