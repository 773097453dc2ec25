import { addresses } from '@/app/addresses'

function of(address: string, search: Record<string, string>): string {
  return `${address}?${new URLSearchParams(search).toString()}`
}

/** The first day of the longest period that the Observatoire takes: ten years, this month included. */
function tenYearsAgo(): string {
  const today = new Date()
  return new Date(Date.UTC(today.getFullYear(), today.getMonth() - 119, 1)).toISOString().slice(0, 10)
}

/** The lists behind a centre's figures, each narrowed to it. */
export const centreLists = {
  people: (centreId: string) => of(addresses.people(), { centre: centreId }),
  groups: (centreId: string) => of(addresses.groups(), { centre: centreId }),
  projects: (centreId: string) => of(addresses.projects(), { centre: centreId }),
  ties: (centreId: string) => `${addresses.centre(centreId)}#liens`,
  /** The facts that tie two centres, as far back as can be asked. */
  facts: (centreId: string, otherId: string) =>
    of(addresses.observatory(), { du: tenYearsAgo(), a: centreId, b: otherId }),
} as const
