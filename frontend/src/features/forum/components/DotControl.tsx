import { Minus, Plus } from 'lucide-react'
import { useWords } from '@/i18n/useWords'
import { IconButton } from '@/ui/Button'
import { DotMeter } from '@/ui/DotMeter'
import { sessionWords } from '../sessionMessages'
import { useDots } from '../useDots'
import styles from './DotControl.module.css'

export interface DotControlProps {
  topic: { id: string; title: string; viewerDots: number; viewerCanVote: boolean; forum: { id: string } }
  /** Dots the viewer has not put anywhere yet. */
  left: number
}

/** The viewer's own dots on a topic: one more, one less. */
export function DotControl({ topic, left }: DotControlProps) {
  const t = useWords(sessionWords)
  const { title } = topic
  const { dots, isHeldBack, add } = useDots(topic, topic.forum.id)
  if (!topic.viewerCanVote) return null
  return (
    <div className={styles.control} role="group" aria-label={t('dots', { title })}>
      <IconButton
        size="s"
        variant="secondary"
        label={t('removeDot', { title })}
        icon={<Minus aria-hidden="true" />}
        isDisabled={dots === 0}
        onPress={() => void add(-1)}
      />
      <span className={styles.dots}>
        {dots === 0 ? (
          <span className={styles.none}>0</span>
        ) : (
          <DotMeter label={t('dotsHere', { count: dots })} value={dots} max={dots} />
        )}
      </span>
      <IconButton
        size="s"
        variant="secondary"
        label={t('addDot', { title })}
        icon={<Plus aria-hidden="true" />}
        isDisabled={left <= 0}
        onPress={() => void add(1)}
      />
      {isHeldBack ? <span className={styles.reason}>{t('dotsWaiting')}</span> : null}
      {left <= 0 && dots === 0 ? <span className={styles.reason}>{t('noDotsLeft')}</span> : null}
    </div>
  )
}
