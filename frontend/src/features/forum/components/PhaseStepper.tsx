import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { phases, type Phase } from '../forum'
import { forumWords } from '../messages'
import styles from './PhaseStepper.module.css'

/** Where the forum is on its way. On a phone the present step alone is named; the others are knots on the line. */
export function PhaseStepper({ phase }: { phase: Phase }) {
  const t = useWords(forumWords)
  const say = useStates()
  const current = phases.indexOf(phase)
  return (
    <div className={styles.way}>
      <p className={styles.short} aria-hidden="true">
        {t('stepOf', { step: current + 1, steps: phases.length })}
      </p>
      <ol className={styles.steps} aria-label={t('stepsLabel')}>
        {phases.map((step, index) => (
          <li
            key={step}
            className={styles.step}
            data-state={index < current ? 'done' : index === current ? 'now' : 'ahead'}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className={styles.knot} aria-hidden="true" />
            <span className={styles.name}>{say('Forum', step).label}</span>
            <span className="visually-hidden">
              {` (${t(index < current ? 'stepDone' : index === current ? 'stepNow' : 'stepAhead')})`}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
