import type { ReactNode } from 'react'
import { Link } from './Link'
import styles from './Stat.module.css'

export interface StatProps {
  value: ReactNode
  label: string
  /** The list behind the figure: every figure opens it. */
  href: string
  note?: ReactNode
  /** signal: it asks something of the reader. */
  tone?: 'plain' | 'signal'
}

/** A figure that is a link to the list behind it. */
export function Stat({ value, label, href, note, tone = 'plain' }: StatProps) {
  return (
    <li className={`${styles.stat} ${styles[tone]}`}>
      <Link href={href} className={styles.link!}>
        <span className={styles.value}>{value}</span>
        <span className={styles.label}>{label}</span>
      </Link>
      {note === undefined ? null : <span className={styles.note}>{note}</span>}
    </li>
  )
}

export function StatRow({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ul className={styles.row} aria-label={label}>
      {children}
    </ul>
  )
}
