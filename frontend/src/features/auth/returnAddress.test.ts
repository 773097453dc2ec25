import { expect, it } from 'vitest'
import { returnAddress } from './returnAddress'

it.each([
  ['/groupes/1?onglet=reunions#suite', '/groupes/1?onglet=reunions#suite'],
  [undefined, '/accueil'],
  ['', '/accueil'],
  ['/', '/accueil'],
  ['/connexion?retour=/connexion', '/accueil'],
  ['https://ailleurs.example/', '/accueil'],
  ['//ailleurs.example/', '/accueil'],
  ['/\\ailleurs.example', '/accueil'],
  ['/\t/ailleurs.example', '/accueil'],
  ['javascript:alert(1)', '/accueil'],
])('goes from %j to %j', (wanted, expected) => {
  expect(returnAddress(wanted)).toBe(expected)
})
