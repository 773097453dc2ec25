import type { ReactNode } from 'react'
import styles from './Line.module.css'

export interface LineProps {
  /** What kind of thing it is, before its name. */
  icon?: ReactNode
  name: ReactNode
  /** What is said of it, under its name. */
  note?: ReactNode
  /** Its state, or what can be done with it. */
  children?: ReactNode
}

/** One line of a LineList: what it is, and at its end its state or its acts. */
export function Line({ icon, name, note, children }: LineProps) {
  return (
    <li className={styles.line}>
      {icon}
      <div className={styles.what}>
        <span className={styles.name}>{name}</span>
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
      </div>
      {children}
    </li>
  )
}
