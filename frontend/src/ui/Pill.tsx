import type { ReactNode } from 'react'
import styles from './Pill.module.css'

export type PillTone = 'plain' | 'accent' | 'signal' | 'good' | 'danger'

/** A word that qualifies: a role, a theme, a count. For a state, StatePill. */
export function Pill({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: PillTone
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <span className={`${styles.pill} ${styles[tone]}`}>
      {icon}
      {children}
    </span>
  )
}
