type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nameOf = ({ __typename, id }: Fields): string | undefined =>
  typeof __typename === 'string' && typeof id === 'string' ? `${__typename}:${id}` : undefined

function eachObject(value: unknown, see: (fields: Fields) => void): void {
  if (Array.isArray(value)) for (const item of value) eachObject(item, see)
  else if (isFields(value)) {
    see(value)
    for (const field of Object.values(value)) eachObject(field, see)
  }
}

/** Every object of an answer that has a name, and what it says of each. */
export function objectsOf(answer: unknown): Map<string, Fields> {
  const found = new Map<string, Fields>()
  eachObject(answer, (fields) => {
    const name = nameOf(fields)
    if (name !== undefined) found.set(name, { ...found.get(name), ...fields })
  })
  return found
}

/**
 * Writes what a later answer says of the same objects into an earlier one: plain values only, since what an object leads to may be
 * read differently there. Tells whether anything has changed.
 */
export function amend(earlier: unknown, later: ReadonlyMap<string, Fields>): boolean {
  let isChanged = false
  eachObject(earlier, (fields) => {
    const name = nameOf(fields)
    const news = name === undefined ? undefined : later.get(name)
    if (news === undefined) return
    for (const [field, value] of Object.entries(news)) {
      const old = fields[field]
      if (old === undefined || typeof old === 'object' || typeof value === 'object' || old === value) continue
      fields[field] = value
      isChanged = true
    }
  })
  return isChanged
}
