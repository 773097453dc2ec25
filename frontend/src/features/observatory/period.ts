/** From the first day to the last, both included. The Observatoire counts whole months. */
export interface Period {
  startsOn: string
  endsOn: string
}

export const presets = ['12', 'year', 'lastYear', '36', '120'] as const
export type Preset = (typeof presets)[number]

/** The longest period that the server takes, in months. */
const longest = 120

const day = /^20\d\d-\d\d-\d\d$/

/** Years × 12 + months: arithmetic on months has no ends of months to trip over. */
function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

function firstOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

function lastOf(month: number): string {
  return new Date(Date.parse(firstOf(month + 1)) - 86_400_000).toISOString().slice(0, 10)
}

function months(from: number, to: number): Period {
  return { startsOn: firstOf(from), endsOn: lastOf(to) }
}

/** The days of a preset as they are today. */
export function presetPeriod(preset: Preset, today: string): Period {
  const now = monthOf(today)
  const year = now - (now % 12)
  switch (preset) {
    case 'year':
      return months(year, year + 11)
    case 'lastYear':
      return months(year - 12, year - 1)
    default:
      return months(now - Number(preset) + 1, now)
  }
}

/** The period that the address asks for; the last twelve months when it asks for none. */
export function askedPeriod({ du, au }: { du?: string; au?: string }, today: string): Period {
  const usual = presetPeriod('12', today)
  return { startsOn: du || usual.startsOn, endsOn: au || usual.endsOn }
}

/** The preset that a period is, if it is one. */
export function presetOf(period: Period, today: string): Preset | undefined {
  return presets.find((preset) => {
    const { startsOn, endsOn } = presetPeriod(preset, today)
    return startsOn === period.startsOn && endsOn === period.endsOn
  })
}

export type PeriodFault = 'unreadable' | 'backwards' | 'tooLong'

/** Why a period cannot be asked for. */
export function faultOf({ startsOn, endsOn }: Period): PeriodFault | undefined {
  if (![startsOn, endsOn].every((date) => day.test(date) && !Number.isNaN(Date.parse(date))))
    return 'unreadable'
  if (endsOn < startsOn) return 'backwards'
  return monthOf(endsOn) - monthOf(startsOn) >= longest ? 'tooLong' : undefined
}

/** As many whole months, just before: what the server holds a period against. */
export function periodBefore({ startsOn, endsOn }: Period): Period {
  const [from, to] = [monthOf(startsOn), monthOf(endsOn)]
  return months(from - (to - from + 1), from - 1)
}
