import { useWords } from '@/i18n/useWords'
import styles from './Feedback.module.css'
import { uiWords } from './messages'

export interface SkeletonProps {
  lines?: number
  shape?: 'text' | 'page' | 'cards'
}

/** The outline of what is coming, so that nothing jumps when it does. */
export function Skeleton({ lines = 3, shape = 'text' }: SkeletonProps) {
  const t = useWords(uiWords)
  const look =
    shape === 'cards'
      ? styles.bones
      : shape === 'page'
        ? `${styles.skeleton} ${styles.head}`
        : styles.skeleton
  return (
    <div role="status" className={look}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.bone} />
      ))}
      <span className="visually-hidden">{t('loading')}</span>
    </div>
  )
}
