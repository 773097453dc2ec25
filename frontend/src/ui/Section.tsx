import { useId, type ReactNode } from 'react'
import styles from './Layout.module.css'

export interface SectionProps {
  title: string
  /** How many things it holds. */
  count?: number | string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
  level?: 2 | 3
}

/** A part of a page, with its own title in the outline. */
export function Section({ title, count, lead, actions, children, level = 2 }: SectionProps) {
  const id = useId()
  const Tag = `h${level}` as const
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <Tag id={id} className={styles.sectionTitle}>
          {title}
          {count === undefined ? null : <span className={styles.count}>{count}</span>}
        </Tag>
        {actions === undefined ? null : <div className={styles.row}>{actions}</div>}
      </div>
      {lead === undefined ? null : <p className={styles.sectionLead}>{lead}</p>}
      {children}
    </section>
  )
}
