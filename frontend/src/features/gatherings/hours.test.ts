import { describe, expect, it } from 'vitest'
import { daysBetween, hourOf, momentOf } from './hours'

describe('an hour where the gathering is', () => {
  it.each([
    ['2026-06-25', '09:30', 'Europe/Paris', '2026-06-25T07:30:00Z'],
    ['2026-11-27', '09:30', 'Europe/Paris', '2026-11-27T08:30:00Z'],
    ['2026-11-27', '09:30', 'America/Guadeloupe', '2026-11-27T13:30:00Z'],
    ['2026-11-27', '09:30', 'Pacific/Noumea', '2026-11-26T22:30:00Z'],
    // The clocks change in the night.
    ['2027-03-28', '03:30', 'Europe/Paris', '2027-03-28T01:30:00Z'],
    ['2027-10-31', '12:00', 'Europe/Paris', '2027-10-31T11:00:00Z'],
  ])('is one moment, and back: %s %s in %s', (day, hour, zone, moment) => {
    expect(momentOf(day, hour, zone)).toBe(moment)
    expect(hourOf(moment, zone)).toBe(hour)
  })

  it('counts the days from the first to the last', () => {
    expect(daysBetween('2027-03-27', '2027-03-29')).toEqual(['2027-03-27', '2027-03-28', '2027-03-29'])
    expect(daysBetween('2027-03-27', '2027-03-27')).toEqual(['2027-03-27'])
  })
})
