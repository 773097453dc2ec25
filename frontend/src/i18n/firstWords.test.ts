import { expect, it } from 'vitest'
import { firstWords } from './firstWords'

it('ends between two words, and leaves a short text whole', () => {
  expect(firstWords('Quand ?')).toBe('Quand ?')
  expect(firstWords('Le calendrier des contrats', 17)).toBe('Le calendrier…')
  expect(firstWords('anticonstitutionnellement parlant', 10)).toBe('anticonsti…')
})
