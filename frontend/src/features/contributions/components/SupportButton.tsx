import { ThumbsUp } from 'lucide-react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Press } from '@/ui/Press'
import { contributionWords } from '../messages'
import { useSupport, type Supported } from '../useSupport'
import styles from './SupportButton.module.css'

/** One's support, and how many there are; the figure alone where none is given any more. */
export function SupportButton({ contribution }: { contribution: Supported }) {
  const t = useWords(contributionWords)
  const format = useFormat()
  const { isSupported, count, isWaiting, toggle } = useSupport(contribution)
  if (!contribution.viewerCanSupport) {
    return (
      <span className={styles.figure}>
        <ThumbsUp aria-hidden="true" fill={isSupported ? 'currentColor' : 'none'} />
        <span aria-hidden="true">{format.number(count)}</span>
        <span className="visually-hidden">{t('supports', { count })}</span>
      </span>
    )
  }
  return (
    <Press
      className={styles.support!}
      aria-pressed={isSupported}
      onPress={toggle}
      aria-label={t('support', { title: contribution.title, count })}
      data-waiting={isWaiting || undefined}
    >
      <ThumbsUp aria-hidden="true" fill={isSupported ? 'currentColor' : 'none'} />
      <span>{t('supportShort')}</span>
      <span className={styles.count}>{format.number(count)}</span>
    </Press>
  )
}
