import { useState } from 'react'
import { useThemes } from '@/features/projects/components/useThemes'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { DateField } from '@/ui/DateField'
import { Select } from '@/ui/Select'
import type { ObservatorySearch } from '../links'
import { observatoryWords } from '../messages'
import {
  faultOf,
  periodBefore,
  presetOf,
  presetPeriod,
  presets,
  type Period,
  type PeriodFault,
  type Preset,
} from '../period'
import styles from './PeriodBar.module.css'

export interface PeriodBarProps {
  today: string
  period: Period
  fault: PeriodFault | undefined
  /** The whole months that the figures are of. */
  counted: Period | undefined
  theme: string
  onChange: (patch: ObservatorySearch) => void
}

const every = '*'

/** The period and the theme of everything under it, kept in the address. */
export function PeriodBar({ today, period, fault, counted, theme, onChange }: PeriodBarProps) {
  const t = useWords(observatoryWords)
  const format = useFormat()
  const themes = useThemes()
  const preset = presetOf(period, today)
  const range = ({ startsOn, endsOn }: Period) => format.dateRange(startsOn, endsOn, 'month')
  const choose = (chosen: Preset | 'own') => {
    if (chosen === 'own') return
    const { startsOn, endsOn } = presetPeriod(chosen, today)
    onChange(chosen === '12' ? { du: undefined, au: undefined } : { du: startsOn, au: endsOn })
  }
  return (
    <div role="group" aria-label={t('period')} className={styles.bar}>
      <div className={styles.fields}>
        <Select
          label={t('preset')}
          options={[...presets, 'own' as const]
            .filter((id) => id !== 'own' || preset === undefined)
            .map((id) => ({ id, label: t(`preset.${id}`) }))}
          value={preset ?? 'own'}
          onChange={choose}
        />
        <Day
          label={t('from')}
          value={period.startsOn}
          onChange={(du) => onChange({ du, au: period.endsOn })}
        />
        <Day
          label={t('to')}
          value={period.endsOn}
          onChange={(au) => onChange({ du: period.startsOn, au })}
          error={fault === undefined ? undefined : t(`fault.${fault}`)}
        />
        <Select
          label={t('theme')}
          options={[{ id: every, label: t('allThemes') }, ...themes]}
          value={theme === '' ? every : theme}
          onChange={(chosen) => onChange({ theme: chosen === every ? undefined : chosen })}
        />
      </div>
      {counted === undefined || fault !== undefined ? null : (
        <p className={styles.counted}>
          {t('counted', { range: range(counted), before: range(periodBefore(counted)) })}
        </p>
      )}
    </div>
  )
}

/** A day that goes to the address once it can be one: a year being typed is no year yet. */
function Day({
  label,
  value,
  onChange,
  error,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string
}) {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  return (
    <DateField
      label={label}
      value={typed}
      error={error}
      onChange={(next) => {
        setTyped(next)
        if (faultOf({ startsOn: next, endsOn: next }) === undefined) onChange(next)
      }}
    />
  )
}
