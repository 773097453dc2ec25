import { describe, expect, it } from 'vitest'
import { askedPeriod, faultOf, periodBefore, presetOf, presetPeriod, presets } from './period'

const today = '2026-11-23'

describe('the period of the Observatoire', () => {
  it.each([
    ['12', '2025-12-01', '2026-11-30'],
    ['year', '2026-01-01', '2026-12-31'],
    ['lastYear', '2025-01-01', '2025-12-31'],
    ['36', '2023-12-01', '2026-11-30'],
    ['120', '2016-12-01', '2026-11-30'],
  ] as const)('%s goes from %s to %s', (preset, startsOn, endsOn) => {
    expect(presetPeriod(preset, today)).toEqual({ startsOn, endsOn })
  })

  it('knows each preset again, and none of them where there is none', () => {
    for (const preset of presets) expect(presetOf(presetPeriod(preset, today), today)).toBe(preset)
    expect(presetOf({ startsOn: '2019-06-01', endsOn: '2019-06-30' }, today)).toBeUndefined()
  })

  it('reads the address, and the last twelve months where it says nothing', () => {
    expect(askedPeriod({}, today)).toEqual(presetPeriod('12', today))
    expect(askedPeriod({ du: '2019-06-25', au: '2019-12-31' }, today)).toEqual({
      startsOn: '2019-06-25',
      endsOn: '2019-12-31',
    })
  })

  it('is held against as many whole months before', () => {
    expect(periodBefore({ startsOn: '2024-03-01', endsOn: '2024-03-31' })).toEqual({
      startsOn: '2024-02-01',
      endsOn: '2024-02-29',
    })
    expect(periodBefore(presetPeriod('12', today))).toEqual({ startsOn: '2024-12-01', endsOn: '2025-11-30' })
    expect(periodBefore({ startsOn: '2019-06-25', endsOn: '2019-07-02' })).toEqual({
      startsOn: '2019-04-01',
      endsOn: '2019-05-31',
    })
  })

  it('says why it cannot be asked for', () => {
    expect(faultOf(presetPeriod('120', today))).toBeUndefined()
    expect(faultOf({ startsOn: '2016-11-30', endsOn: '2026-11-01' })).toBe('tooLong')
    expect(faultOf({ startsOn: '2026-02-01', endsOn: '2026-01-31' })).toBe('backwards')
    expect(faultOf({ startsOn: '0202-01-01', endsOn: '2026-01-31' })).toBe('unreadable')
    expect(faultOf({ startsOn: '2026-13-01', endsOn: '2026-12-31' })).toBe('unreadable')
    expect(faultOf({ startsOn: 'hier', endsOn: '2026-01-31' })).toBe('unreadable')
  })
})
