import { BellRing, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Feedback.module.css'

export interface BannerProps {
  /** signal: it asks something of the reader. */
  tone?: 'info' | 'signal' | 'good' | 'danger'
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
}

const icons = { info: Info, signal: BellRing, good: CircleCheck, danger: TriangleAlert }

/** Something to know before the rest of the page. */
export function Banner({ tone = 'info', title, children, actions }: BannerProps) {
  const Icon = icons[tone]
  return (
    <div className={`${styles.banner} ${styles[tone] ?? ''}`}>
      <Icon aria-hidden="true" />
      <div className={styles.bannerText}>
        <p className={styles.bannerTitle}>{title}</p>
        {children === undefined ? null : <div className={styles.bannerMore}>{children}</div>}
      </div>
      {actions}
    </div>
  )
}
