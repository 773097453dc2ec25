import { Minus, Plus } from 'lucide-react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { IconButton } from '@/ui/Button'
import { DotMeter } from '@/ui/DotMeter'
import { notify } from '@/ui/Toast'
import { sessionWords } from '../sessionMessages'
import styles from './DotControl.module.css'

const castDots = graphql(`
  mutation CastDots($input: CastDotsInput!) {
    castDots(input: $input) {
      topic {
        id
        viewerDots
      }
      forum {
        id
        viewerDotsUsed
      }
    }
  }
`)

export interface DotControlProps {
  topic: { id: string; title: string; viewerDots: number; viewerCanVote: boolean }
  /** Dots the viewer has not put anywhere yet. */
  left: number
}

/** The viewer's own dots on a topic: one more, one less. */
export function DotControl({ topic, left }: DotControlProps) {
  const t = useWords(sessionWords)
  const [cast] = useAct(castDots)
  const { title, viewerDots } = topic
  const put = async (count: number) => {
    const done = await cast({ topicId: topic.id, count }, { silent: true })
    for (const { message } of done.failures) notify({ tone: 'danger', text: message })
  }
  if (!topic.viewerCanVote) return null
  return (
    <div className={styles.control} role="group" aria-label={t('dots', { title })}>
      <IconButton
        size="s"
        variant="secondary"
        label={t('removeDot', { title })}
        icon={<Minus aria-hidden="true" />}
        isDisabled={viewerDots === 0}
        onPress={() => void put(viewerDots - 1)}
      />
      <span className={styles.dots}>
        {viewerDots === 0 ? (
          <span className={styles.none}>0</span>
        ) : (
          <DotMeter label={t('dotsHere', { count: viewerDots })} value={viewerDots} max={viewerDots} />
        )}
      </span>
      <IconButton
        size="s"
        variant="secondary"
        label={t('addDot', { title })}
        icon={<Plus aria-hidden="true" />}
        isDisabled={left <= 0}
        onPress={() => void put(viewerDots + 1)}
      />
      {left <= 0 && viewerDots === 0 ? <span className={styles.reason}>{t('noDotsLeft')}</span> : null}
    </div>
  )
}
