/** The hour on the clock of a place, as 09:30. */
export function hourOf(moment: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(moment))
}

/** How far the clocks of a place are ahead of UTC at a moment, in milliseconds. */
function ahead(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(moment)
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  return (
    Date.parse(`${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}Z`) -
    moment
  )
}

/** The moment at which the clocks of a place show this hour on this day. */
export function momentOf(day: string, hour: string, zone: string): string {
  const asUtc = Date.parse(`${day}T${hour}:00Z`)
  // The clocks may change between the first guess and the moment meant.
  const guess = asUtc - ahead(asUtc, zone)
  return new Date(asUtc - ahead(guess, zone)).toISOString().replace('.000', '')
}

/** The days from the first to the last, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
