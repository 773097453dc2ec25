import { describe, expect, it } from 'vitest'
import { excerpt, keyOf, matching, textsOf } from './corrections'
import type { Proceedings } from './proceedings'
import { sample } from './sampleProceedings'

const texts = textsOf(sample as unknown as Proceedings)

describe('the texts that can be corrected', () => {
  it('are each there once, what is missing and can be given included', () => {
    const keys = texts.map(keyOf)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('FOREWORD  0')
    expect(keys).toContain('CONTRIBUTION_ANSWER question 0')
    // Held without a harvest: one can be given.
    expect(keys).toContain('HARVEST_DECIDED lost 0')
    // Named several times, corrected at once.
    expect(keys.filter((key) => key === 'PERSON_NAME malik 0')).toHaveLength(1)
    // Nothing was written there.
    expect(keys).not.toContain('CONTRIBUTION_DONE question 0')
  })

  it('are found whatever the accents, the case and the apostrophes', () => {
    expect(matching(texts, 'INES').map(keyOf)).toEqual(['PERSON_NAME ines 0'])
    expect(matching(texts, '  ').length).toBe(texts.length)
    expect(matching([{ ...texts[0]!, text: 'L’été' }], "l'ete")).toHaveLength(1)
    expect(matching(texts, 'nulle part')).toEqual([])
  })

  it('are shown around what was looked for', () => {
    const long = `${'a '.repeat(200)}mot ${'b '.repeat(200)}`
    expect(excerpt('Court', 'x')).toBe('Court')
    expect(excerpt(long, '')).toMatch(/^a a.* …$/)
    expect(excerpt(long, 'mot')).toMatch(/^… .*mot b.* …$/)
  })
})
