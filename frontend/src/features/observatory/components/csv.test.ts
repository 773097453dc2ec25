import { expect, it } from 'vitest'
import { csv } from './csv'

it('opens in a French spreadsheet as it is', () => {
  expect(
    csv([
      ['Centre', 'Liens', 'Force'],
      ['Résovilles', 4, 7.5],
      ['Labo Cités', null, -1],
    ]),
  ).toBe('\uFEFFCentre;Liens;Force\r\nRésovilles;4;7,5\r\nLabo Cités;;-1\r\n')
})

it('keeps what a separator, a quote or a line end would break', () => {
  expect(csv([['a;b', 'dit « "oui" »', 'deux\nlignes']])).toBe(
    '\uFEFF"a;b";"dit « ""oui"" »";"deux\nlignes"\r\n',
  )
})

it.each(['=1+1', '+33 1', '-2', '@SOMME(A1)', '\tx', '\rx'])('does not let %j be run', (text) => {
  expect(csv([[text]])).toMatch(/^\uFEFF"?'/)
})
