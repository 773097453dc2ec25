import { addresses } from '@/app/addresses'

function of(address: string, search: Record<string, string>): string {
  return `${address}?${new URLSearchParams(search).toString()}`
}

/** The lists behind a centre's figures, each narrowed to it. */
export const centreLists = {
  people: (centreId: string) => of(addresses.people(), { centre: centreId }),
  groups: (centreId: string) => of(addresses.groups(), { centre: centreId }),
  projects: (centreId: string) => of(addresses.projects(), { centre: centreId }),
  ties: (centreId: string) => `${addresses.centre(centreId)}#liens`,
  /** The facts that tie two centres. */
  facts: (centreId: string, otherId: string) =>
    of(addresses.observatory(), { centre: centreId, autre: otherId }),
} as const
