import { addresses } from '@/app/addresses'

/** The faces of a group's page, by their name in its address. */
export const groupTabs = ['fil', 'jalons', 'membres', 'parcours'] as const
export type GroupTab = (typeof groupTabs)[number]

/** A face of a group's page; the first needs no name. */
export function groupTab(id: string, tab: GroupTab): string {
  return tab === 'fil' ? addresses.group(id) : `${addresses.group(id)}?onglet=${tab}`
}
