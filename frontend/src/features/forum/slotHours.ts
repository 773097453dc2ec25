import { parseAbsolute, parseDateTime, toCalendarDate, toTime, toZoned } from '@internationalized/date'

/** The day and the time of an instant, in a zone. */
export function hoursOf(instant: string, zone: string): { day: string; time: string } {
  const there = parseAbsolute(instant, zone)
  return { day: toCalendarDate(there).toString(), time: toTime(there).toString().slice(0, 5) }
}

/** The instant of a day and a time in a zone. */
export function instantOf(day: string, time: string, zone: string): string {
  return toZoned(parseDateTime(`${day}T${time}`), zone).toAbsoluteString()
}
