import { addresses } from '@/app/addresses'
import type { Format } from '@/i18n/format'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Section } from '@/ui/Section'
import { Stat } from '@/ui/Stat'
import { observatoryHref, type ObservatorySearch } from '../links'
import { observatoryWords } from '../messages'
import type { Measure, MeasureCode, Observatory } from '../observatory'
import styles from './Measures.module.css'

/** Parts of one: told in percent, and their change in points. */
const shares = new Set<MeasureCode>(['DENSITY', 'CROSS_REGION'])

export function measureText({ code }: Pick<Measure, 'code'>, value: number, format: Format): string {
  return shares.has(code) ? format.percent(value) : format.number(value)
}

/** Where the list behind a measure is. */
function hrefOf(code: MeasureCode, search: ObservatorySearch): string {
  switch (code) {
    case 'CENTRES':
      return addresses.centres()
    case 'ISOLATES':
      return observatoryHref(search, {}, '#sans-lien')
    case 'TIED_CENTRES':
    case 'DENSITY':
      return observatoryHref(search, { vue: 'matrice', liens: '' }, '#liens')
    case 'CROSS_REGION':
      return observatoryHref(search, { vue: 'tableau', liens: 'interregions' }, '#liens')
    case 'NEW_TIES':
      return observatoryHref(search, { vue: 'tableau', liens: 'nouveaux' }, '#liens')
    case 'LOST_TIES':
      return observatoryHref(search, { vue: 'tableau', liens: 'perdus' }, '#liens')
    default:
      return observatoryHref(search, { vue: 'tableau', liens: '' }, '#liens')
  }
}

/** Each measure with a sentence that says what it means, and how it moved since the period before. */
export function Measures({ observatory, search }: { observatory: Observatory; search: ObservatorySearch }) {
  const t = useWords(observatoryWords)
  const format = useFormat()
  return (
    <Section title={t('measures')} lead={t('measuresLead')}>
      <ul className={styles.measures} aria-label={t('measures')}>
        {observatory.measures.map((measure) => (
          <Stat
            key={measure.code}
            value={measureText(measure, measure.value, format)}
            label={t(`measure.${measure.code}`)}
            href={hrefOf(measure.code, search)}
            note={
              <>
                <span className={styles.says}>{t(`says.${measure.code}`, { count: measure.value })}</span>
                <Change measure={measure} />
              </>
            }
          />
        ))}
      </ul>
    </Section>
  )
}

function Change({ measure }: { measure: Measure }) {
  const t = useWords(observatoryWords)
  const format = useFormat()
  const { code, value, before } = measure
  if (before === null) return null
  const isShare = shares.has(code)
  const moved = isShare ? Math.round(value * 100) - Math.round(before * 100) : value - before
  if (moved === 0) return <span className={styles.change}>{t('changeSame')}</span>
  const signed = format.number(moved, { signDisplay: 'exceptZero', maximumFractionDigits: 0 })
  return (
    <span className={styles.change}>
      {t('changeOf', {
        change: isShare ? t('points', { change: signed, count: Math.abs(moved) }) : signed,
        before: measureText(measure, before, format),
      })}
    </span>
  )
}
