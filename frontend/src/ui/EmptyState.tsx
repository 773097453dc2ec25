import type { ReactNode } from 'react'
import styles from './Feedback.module.css'

/** Nothing here yet: says what to do first. */
export function EmptyState({
  title,
  children,
  action,
  level = 3,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  /** 2 where no title stands between it and the page's own. */
  level?: 2 | 3
}) {
  const Tag = `h${level}` as const
  return (
    <div className={styles.empty}>
      <svg
        viewBox="0 0 56 24"
        width="56"
        height="24"
        aria-hidden="true"
        className={styles.emptyKnot}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
      >
        <path d="M8 12h14" />
        <path d="M34 12h14" strokeDasharray="2.5 4" strokeLinecap="round" />
        <circle cx="6" cy="12" r="4.5" fill="currentColor" />
        <circle cx="28" cy="12" r="5" />
        <circle cx="50" cy="12" r="4.5" strokeDasharray="2.2 2.6" />
      </svg>
      <Tag>{title}</Tag>
      {children === undefined ? null : <div className={styles.emptyText}>{children}</div>}
      {action}
    </div>
  )
}
