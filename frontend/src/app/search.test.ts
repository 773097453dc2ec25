import { expect, it } from 'vitest'
import { flag, search, text, texts } from './search'

const read = search({ q: text, miens: flag, etat: texts })

it('takes what an address says, and no more', () => {
  expect(read({ q: 'tutorat', miens: true, etat: ['ACTIVE'], autre: 'x' })).toEqual({
    q: 'tutorat',
    miens: true,
    etat: ['ACTIVE'],
  })
  expect(read({ q: 53 })).toEqual({ q: '53' })
  expect(read({})).toEqual({})
})

it('takes what makes no sense for nothing', () => {
  expect(read({ q: { a: 1 }, miens: 'oui', etat: 'ACTIVE' })).toEqual({ q: '', miens: false, etat: [] })
  expect(read({ etat: [1] })).toEqual({ etat: [] })
})
