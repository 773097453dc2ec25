import { Label } from 'react-aria-components/Label'
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import styles from './Feedback.module.css'
import { uiWords } from './messages'

/** How far something is, in real counts. */
export function ProgressBar({ label, value, max }: { label: string; value: number; max: number }) {
  const t = useWords(uiWords)
  const format = useFormat()
  const counts = t('shownOf', { shown: format.number(value), total: format.number(max) })
  return (
    <AriaProgressBar value={value} maxValue={max} valueLabel={counts} className={styles.progress!}>
      {({ percentage = 0 }) => (
        <>
          <Label>{label}</Label>
          <span className={styles.progressValue}>{counts}</span>
          <div className={styles.progressBar}>
            <div className={styles.progressFill} style={{ width: `${percentage}%` }} />
          </div>
        </>
      )}
    </AriaProgressBar>
  )
}
