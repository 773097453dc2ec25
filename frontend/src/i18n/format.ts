import { localeTags, type Language } from './language'

export type DateStyle = 'day' | 'dayShort' | 'dayAndTime' | 'time' | 'month' | 'weekday' | 'weekdayShort'
export type Moment = string | number | Date

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  dayShort: { day: 'numeric', month: 'short', year: 'numeric' },
  dayAndTime: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
  month: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  weekdayShort: { weekday: 'short', day: 'numeric', month: 'short' },
}

const units: ReadonlyArray<[Intl.RelativeTimeFormatUnit, number]> = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

const dayOnly = /^\d{4}-\d{2}-\d{2}$/

/** Every way the product writes a number or a date, for one language and one time zone. */
export class Format {
  readonly language: Language
  readonly zone: string
  private readonly tag: string

  constructor(language: Language, zone: string) {
    this.language = language
    this.zone = zone
    this.tag = localeTags[language]
  }

  number(value: number, options?: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(this.tag, options).format(value)
  }

  /** A part of one: 0.42 is « 42 % ». */
  percent(part: number, digits = 0): string {
    return this.number(part, { style: 'percent', maximumFractionDigits: digits })
  }

  money(amount: number, currency = 'EUR'): string {
    return this.number(amount, {
      style: 'currency',
      currency,
      maximumFractionDigits: amount % 1 === 0 ? 0 : 2,
    })
  }

  /** A bare day (2019-06-25) belongs to no zone and is never shifted by one. */
  date(moment: Moment, style: DateStyle = 'day'): string {
    return this.said(this.dateFormat(moment, style).formatToParts(new Date(moment)))
  }

  dateRange(from: Moment, to: Moment, style: DateStyle = 'day'): string {
    return this.said(this.dateFormat(from, style).formatRangeToParts(new Date(from), new Date(to)))
  }

  /** « il y a 3 jours », « dans 2 heures »; under a minute is « à l’instant » in either direction. */
  relative(moment: Moment, now: Moment = Date.now()): string {
    const seconds = (new Date(moment).getTime() - new Date(now).getTime()) / 1000
    const words = new Intl.RelativeTimeFormat(this.tag, { numeric: 'auto' })
    const day = typeof moment === 'string' && dayOnly.test(moment)
    if (day) {
      const days = Math.round((Date.parse(moment) - Date.parse(this.dayOf(now))) / 86_400_000)
      if (Math.abs(days) < 7) return words.format(days, 'day')
    }
    for (const [unit, size] of units) {
      if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit)
    }
    return words.format(0, 'second')
  }

  /** The calendar day of a moment in this zone, as 2019-06-25. */
  dayOf(moment: Moment): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: this.zone }).format(new Date(moment))
  }

  list(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
    return new Intl.ListFormat(this.tag, { type }).format(items)
  }

  /** In French the first of a month is « 1er ». */
  private said(parts: readonly { type: string; value: string }[]): string {
    return parts
      .map(({ type, value }) => (type === 'day' && value === '1' && this.language === 'fr' ? '1er' : value))
      .join('')
  }

  private dateFormat(moment: Moment, style: DateStyle): Intl.DateTimeFormat {
    const timeZone = typeof moment === 'string' && dayOnly.test(moment) ? 'UTC' : this.zone
    return new Intl.DateTimeFormat(this.tag, { ...dateStyles[style], timeZone })
  }
}
