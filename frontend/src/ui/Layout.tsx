import type { ReactNode } from 'react'
import styles from './Layout.module.css'

/** The page's matter beside what accompanies it; one above the other on a phone. `isEven` for two halves. */
export function Columns({
  main,
  aside,
  isEven = false,
}: {
  main: ReactNode
  aside: ReactNode
  isEven?: boolean
}) {
  return (
    <div className={`${styles.columns} ${isEven ? styles.even : ''}`}>
      <div className={styles.stack}>{main}</div>
      <div className={styles.stack}>{aside}</div>
    </div>
  )
}

/** Parts one under the other, with the page's breath between them. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>
}

/** Small things on one line that wraps. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

/** Terms and what they are worth. */
export function DefinitionList({ items }: { items: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.definitions}>
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Lines under one another with a hairline between them; each child is an li. */
export function LineList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  )
}

/** What someone wrote: its line breaks are kept, its lines are never too long to read. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className={styles.prose}>{children}</div>
}
