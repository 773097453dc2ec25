import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { CardMeta } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { stageWords } from '../messages'
import type { Stage } from '../stage'
import { QuestionActs } from './QuestionActs'
import { Asked } from './QuestionCard'
import styles from './QuestionCard.module.css'
import { VoteButton } from './VoteButton'

/** The question the room hears now; whoever runs the gathering says from here what became of it. */
export function OnStage({ stage }: { stage: Stage }) {
  const t = useWords(stageWords)
  const { onStage } = stage
  if (onStage === null)
    return stage.viewerCanRun && stage.asked.totalCount > 0 ? (
      <Section title={t('onStage')}>
        <EmptyState title={t('onStageNone')}>
          <p>{t('onStageNoneText')}</p>
        </EmptyState>
      </Section>
    ) : null
  return (
    <Section title={t('onStage')}>
      <div className={styles.stage} aria-live="polite">
        <div className={styles.text}>
          <p className={styles.words}>
            <Link href={addresses.liveQuestion(onStage.id)}>{onStage.text}</Link>
          </p>
          <CardMeta>
            <Asked question={onStage} />
          </CardMeta>
        </div>
        <div className={styles.acts}>
          <VoteButton question={onStage} />
          <QuestionActs question={onStage} />
        </div>
      </div>
    </Section>
  )
}
