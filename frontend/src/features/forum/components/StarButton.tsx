import { Star } from 'lucide-react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Press } from '@/ui/Press'
import { useStar, type Starred } from '../useStar'
import { wallWords } from '../wallMessages'
import styles from './StarButton.module.css'

export interface StarButtonProps {
  topic: Starred & { viewerCanStar: boolean }
  /** Says in words what the star means, where there is room. */
  isWorded?: boolean
}

/** One's star on a topic, and how many it has. Where stars are over, the figure alone. */
export function StarButton({ topic, isWorded = false }: StarButtonProps) {
  const t = useWords(wallWords)
  const format = useFormat()
  const { isStarred, count, isWaiting, toggle } = useStar(topic)
  if (!topic.viewerCanStar) {
    return (
      <span className={styles.figure}>
        <Star aria-hidden="true" fill={isStarred ? 'currentColor' : 'none'} />
        <span aria-hidden="true">{format.number(count)}</span>
        <span className="visually-hidden">{t('stars', { count })}</span>
      </span>
    )
  }
  return (
    <Press
      className={styles.star!}
      aria-pressed={isStarred}
      onPress={toggle}
      aria-label={t('star', { title: topic.title, count })}
      data-waiting={isWaiting || undefined}
    >
      <Star aria-hidden="true" fill={isStarred ? 'currentColor' : 'none'} />
      {isWorded ? <span>{t(isStarred ? 'starOnShort' : 'starShort')}</span> : null}
      <span className={styles.count}>{format.number(count)}</span>
    </Press>
  )
}
