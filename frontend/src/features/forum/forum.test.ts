import { describe, expect, it } from 'vitest'
import { goesBack } from './forum'
import { inputOf, isSameHarvest, valuesOf } from './harvest'
import { purposeOf } from './purpose'
import { viewFor, viewsOf } from './views'
import type { Harvest } from './topic'

describe('phases', () => {
  it('tell back from on', () => {
    expect(goesBack('SESSIONS', 'MARKETPLACE')).toBe(true)
    expect(goesBack('SESSIONS', 'CONVERGENCE')).toBe(false)
  })

  it('open on what they are for', () => {
    expect(viewFor(undefined, viewsOf('COLLECTION', true))).toBe('sujets')
    expect(viewFor('', viewsOf('SESSIONS', false))).toBe('moment')
    expect(viewFor('programme', viewsOf('MARKETPLACE', true))).toBe('programme')
  })

  it('open the same link on a phone and on a wide screen', () => {
    expect(viewFor('tableau', viewsOf('MARKETPLACE', true))).toBe('marche')
    expect(viewFor('marche', viewsOf('MARKETPLACE', false))).toBe('tableau')
    expect(viewFor('vote', viewsOf('MARKETPLACE', true))).toBe('marche')
  })
})

describe('the purpose of a group', () => {
  const titles = { decided: 'Décidé', nextSteps: 'Suites' }

  it('carries over what the topic and its harvest say', () => {
    const topic = { title: 'Titre', description: 'Texte', harvest: { decided: 'Oui', nextSteps: '' } }
    expect(purposeOf(topic, titles)).toBe('Texte\n\nDécidé : Oui')
  })

  it('is never empty, and fits', () => {
    expect(purposeOf({ title: 'Titre', description: '', harvest: null }, titles)).toBe('Titre')
    expect(purposeOf({ title: 'T', description: 'x'.repeat(5000), harvest: null }, titles)).toHaveLength(4000)
  })
})

describe('a harvest', () => {
  const stored = {
    version: 3,
    said: 'Dit',
    decided: '',
    nextSteps: '',
    carriesOn: '',
    carriers: [
      { id: 'b', name: 'B' },
      { id: 'a', name: 'A' },
    ],
  } as unknown as Harvest

  it('begins empty, at version 0', () => {
    expect(valuesOf(null)).toMatchObject({ version: 0, said: '', carriers: [] })
  })

  it('is sent with the version it was begun from', () => {
    expect(inputOf('t', valuesOf(stored))).toEqual({
      topicId: 't',
      version: 3,
      said: 'Dit',
      decided: '',
      nextSteps: '',
      carriesOn: '',
      carrierIds: ['b', 'a'],
    })
  })

  it('recognises its own text come back, and not another', () => {
    const mine = {
      ...valuesOf(stored),
      version: 2,
      said: 'Dit ',
      carriers: [...valuesOf(stored).carriers].toReversed(),
    }
    expect(isSameHarvest(mine, stored)).toBe(true)
    expect(isSameHarvest({ ...mine, decided: 'Oui' }, stored)).toBe(false)
    expect(isSameHarvest({ ...mine, carriers: [] }, stored)).toBe(false)
  })
})
