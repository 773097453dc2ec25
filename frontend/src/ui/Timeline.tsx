import type { ReactNode } from 'react'
import { useFormat } from '@/i18n/useFormat'
import { RelativeTime } from './RelativeTime'
import styles from './Timeline.module.css'

export interface TimelineItem {
  id: string
  at: string
  title: ReactNode
  icon?: ReactNode
  children?: ReactNode
  /** Not yet: its mark is hollow. */
  isAhead?: boolean
}

/** What happened, or will, in order. Days far away are said as dates, near ones as « il y a 3 jours ». */
export function Timeline({
  items,
  label,
  isDated = false,
}: {
  items: readonly TimelineItem[]
  label: string
  isDated?: boolean
}) {
  const format = useFormat()
  return (
    <ol className={styles.timeline} aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={`${styles.item} ${item.isAhead === true ? styles.ahead : ''}`}>
          <span className={styles.mark} aria-hidden="true">
            {item.icon}
          </span>
          <div className={styles.text}>
            <div className={styles.head}>
              <span className={styles.title}>{item.title}</span>
              <span className={styles.when}>
                {isDated ? (
                  <time dateTime={item.at}>{format.date(item.at, 'dayShort')}</time>
                ) : (
                  <RelativeTime at={item.at} />
                )}
              </span>
            </div>
            {item.children === undefined ? null : <div className={styles.body}>{item.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
