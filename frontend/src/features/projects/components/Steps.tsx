import { Check } from 'lucide-react'
import { Press } from '@/ui/Press'
import styles from './Steps.module.css'

export interface StepsProps<Id extends string> {
  label: string
  steps: readonly { id: Id; label: string; isOpen: boolean }[]
  current: Id
  onSelect: (id: Id) => void
}

/** The way through a long form: where one is, what is done, what comes. What is done can be gone back to. */
export function Steps<Id extends string>({ label, steps, current, onSelect }: StepsProps<Id>) {
  const here = steps.findIndex(({ id }) => id === current)
  return (
    <ol aria-label={label} className={styles.steps}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          className={`${styles.step} ${index < here ? styles.done : ''} ${index === here ? styles.here : ''}`}
        >
          <Press
            className={styles.button!}
            isDisabled={!step.isOpen}
            aria-current={index === here ? 'step' : undefined}
            onPress={() => onSelect(step.id)}
          >
            <span aria-hidden="true" className={styles.mark}>
              {index < here ? <Check /> : index + 1}
            </span>
            <span className={styles.label}>{step.label}</span>
          </Press>
        </li>
      ))}
    </ol>
  )
}
