import { regions } from '@/ui/map/regions'

const names = new Map(regions.map(({ code, name }) => [code, name]))

/** The name of a region by its INSEE code; an unknown code is said as it is. */
export function regionName(code: string): string {
  return names.get(code) ?? code
}

/** Every region, by name. */
export const regionOptions = regions
  .map(({ code, name }) => ({ id: code, label: name }))
  .sort((a, b) => a.label.localeCompare(b.label, 'fr'))
