import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import styles from './BarList.module.css'
import { Link } from './Link'
import { pictureWords } from './pictureMessages'

export interface FlowProps {
  label: string
  /** From the widest to the narrowest, each among those of the step before. */
  steps: readonly { id: string; label: string; value: number; href: string }[]
}

/** What became of many things: how many reached each step, and how many were left behind on the way. */
export function Flow({ label, steps }: FlowProps) {
  const t = useWords(pictureWords)
  const format = useFormat()
  const first = Math.max(1, steps[0]?.value ?? 1)
  return (
    <ol className={styles.flow} aria-label={label}>
      {steps.map((step, index) => {
        const before = steps[index - 1]?.value ?? 0
        return (
          <li key={step.id} className={styles.step}>
            <Link href={step.href} className={styles.link!}>
              <span className={styles.label}>{step.label}</span>
              <span className={styles.stepFigure}>{format.number(step.value)}</span>
            </Link>
            <span className={styles.stepBar}>
              <span
                className={styles.stepFill}
                aria-hidden="true"
                style={{ width: `calc(${step.value / first} * (100% - 12.5rem))` }}
              />
              {before === 0 ? null : (
                <span className={styles.stepNote}>
                  {t('kept', { percent: format.percent(step.value / before) })}
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
