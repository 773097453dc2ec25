import { expect, it } from 'vitest'
import { Format } from './format'

const fr = new Format('fr', 'Europe/Paris')
const reunion = new Format('fr', 'Indian/Reunion')

it('says an instant in the zone of the centre', () => {
  expect(fr.date('2019-06-25T21:30:00Z', 'dayAndTime')).toBe('25 juin 2019 à 23:30')
  expect(reunion.date('2019-06-25T21:30:00Z', 'dayAndTime')).toBe('26 juin 2019 à 01:30')
})

it('never shifts a calendar day', () => {
  const martinique = new Format('fr', 'America/Martinique')
  expect(martinique.date('2019-06-25')).toBe('25 juin 2019')
  expect(martinique.dateRange('2019-06-25', '2019-06-26')).toBe('25–26 juin 2019')
})

it('calls the first of a month by its French name', () => {
  expect(fr.date('2026-12-01')).toBe('1er décembre 2026')
  expect(fr.date('2026-12-01', 'weekdayShort')).toBe('mar. 1er déc.')
  expect(fr.date('2026-12-11')).toBe('11 décembre 2026')
  expect(fr.dateRange('2026-12-01', '2026-12-02')).toBe('1er–2 décembre 2026')
  expect(new Format('en', 'Europe/Paris').date('2026-12-01')).toBe('1 December 2026')
})

it('says how long ago, and nothing more precise than a minute', () => {
  const now = '2024-03-10T12:00:00Z'
  expect(fr.relative('2024-03-07T12:00:00Z', now)).toBe('il y a 3 jours')
  expect(fr.relative('2024-03-10T11:59:30Z', now)).toBe('maintenant')
  expect(fr.relative('2024-03-11', now)).toBe('demain')
  expect(new Format('en', 'Europe/Paris').relative('2024-03-10T14:00:00Z', now)).toBe('in 2 hours')
})

it('writes numbers and money the French way', () => {
  expect(fr.number(12345.5)).toBe('12\u202f345,5')
  expect(fr.money(1200)).toBe('1\u202f200\u00a0€')
  expect(fr.percent(0.425)).toMatch(/^43[\u00a0\u202f]%$/)
})
