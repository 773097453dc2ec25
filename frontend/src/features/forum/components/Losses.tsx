import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Section } from '@/ui/Section'
import { timetableWords } from '../timetableMessages'
import styles from './Losses.module.css'
import type { Proposal } from './TimetableDialog'

/** What each way of placing costs: how many times somebody loses a session they wanted. The reasons are in the grid below. */
export function Losses({ proposal }: { proposal: Proposal }) {
  const t = useWords(timetableWords)
  const format = useFormat()
  const { losses, lossesNow, lossesInOrder } = proposal
  const highest = Math.max(1, losses, lossesNow, lossesInOrder)
  const ways = [
    { label: t('now'), value: lossesNow },
    { label: t('inOrder'), value: lossesInOrder },
    { label: t('proposed'), value: losses, isProposed: true },
  ]
  return (
    <Section title={t('losses')} lead={t('lossesHelp')}>
      <dl className={styles.ways}>
        {ways.map(({ label, value, isProposed }) => (
          <div key={label} className={styles.way} data-proposed={isProposed}>
            <dt>{label}</dt>
            <dd>
              <span className={styles.value}>{format.number(value)}</span>
              <span className={styles.track} aria-hidden="true">
                <span className={styles.bar} style={{ width: `${(value / highest) * 100}%` }} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
