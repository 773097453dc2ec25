import { expect, it } from 'vitest'
import { typeset } from './typography'

it('sets French as a printer would', () => {
  expect(typeset("L'idée est-elle à vous ? Oui !", 'fr')).toBe('L’idée est-elle à vous\u202f? Oui\u202f!')
  expect(typeset('Fait : « le fil » ; voir', 'fr')).toBe('Fait\u00a0: «\u202fle fil\u202f»\u202f; voir')
  expect(typeset('12 % et {n} €', 'fr')).toBe('12\u202f% et {n}\u202f€')
  expect(typeset('Déjà bien\u202f?', 'fr')).toBe('Déjà bien\u202f?')
})

it('leaves messages with arguments readable by the message parser', () => {
  expect(typeset('{n, number, ::percent}', 'fr')).toBe('{n, number, ::percent}')
  expect(typeset("{count, plural, one {l'idée} other {# idées}}", 'fr')).toBe(
    '{count, plural, one {l’idée} other {# idées}}',
  )
})

it('keeps English as it is but for the apostrophe', () => {
  expect(typeset("It's done: 12 % ? no", 'en')).toBe('It’s done: 12 % ? no')
})
