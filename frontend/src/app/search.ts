/** What one key of an address holds, made of whatever was typed there. */
type Read<Value> = (typed: unknown) => Value

/** A number typed in an address by hand is a text too: « ?region=53 ». */
export const text: Read<string> = (typed) =>
  typeof typed === 'string' ? typed : typeof typed === 'number' ? String(typed) : ''

export const flag: Read<boolean> = (typed) => typed === true

export const texts: Read<string[]> = (typed) =>
  Array.isArray(typed) && typed.every((one) => typeof one === 'string') ? typed : []

/**
 * The keys of a page's address. What else is in it is left out, and what makes no sense counts as empty: an address is never a
 * reason to show no page. The entry holds every route, so that this is less than a library of schemas.
 */
export function search<Keys extends Record<string, Read<unknown>>>(keys: Keys) {
  type Search = { [Key in keyof Keys]?: ReturnType<Keys[Key]> }
  return (typed: Record<string, unknown>): Search =>
    Object.fromEntries(
      Object.entries(keys).flatMap(([key, read]) =>
        typed[key] === undefined ? [] : [[key, read(typed[key])]],
      ),
    ) as Search
}
