import { ArrowRight, ArrowUpToLine } from 'lucide-react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from './Button'
import { uiWords } from './messages'
import styles from './Pager.module.css'

export interface PagerProps {
  hasNext: boolean
  onNext: () => void
  /** Whether this is not the first page. */
  hasPrevious: boolean
  onFirst: () => void
  shown: number
  total?: number
}

/** The server counts exactly up to a thousand; one more means "more than that". */
const counted = 1000

function useShown(shown: number, total: number | undefined): string | null {
  const t = useWords(uiWords)
  const format = useFormat()
  if (total === undefined) return null
  return total > counted
    ? t('shownOfMany', { shown: format.number(shown), total: format.number(counted) })
    : t('shownOf', { shown: format.number(shown), total: format.number(total) })
}

/** Turns the pages of a list whose page is in the address. */
export function Pager({ hasNext, onNext, hasPrevious, onFirst, shown, total }: PagerProps) {
  const t = useWords(uiWords)
  const text = useShown(shown, total)
  if (!hasNext && !hasPrevious) return null
  return (
    <nav className={styles.pager} aria-label={t('pages')}>
      <span className={styles.shown}>{text}</span>
      {hasPrevious ? (
        <Button size="s" icon={<ArrowUpToLine aria-hidden="true" />} onPress={onFirst}>
          {t('firstPage')}
        </Button>
      ) : null}
      {hasNext ? (
        <Button size="s" icon={<ArrowRight aria-hidden="true" />} onPress={onNext}>
          {t('nextPage')}
        </Button>
      ) : null}
    </nav>
  )
}

export interface LoadMoreProps {
  hasMore: boolean
  onMore: () => void
  isLoading?: boolean
  shown: number
  total?: number
}

/** Adds to a list in place: for streams, where one reads on. */
export function LoadMore({ hasMore, onMore, isLoading = false, shown, total }: LoadMoreProps) {
  const t = useWords(uiWords)
  const text = useShown(shown, total)
  if (!hasMore) return null
  return (
    <div className={styles.pager}>
      <span className={styles.shown} role="status">
        {text}
      </span>
      <Button onPress={onMore} isPending={isLoading}>
        {t('loadMore')}
      </Button>
    </div>
  )
}
