import { Suspense } from 'react'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { EmptyState } from '@/ui/EmptyState'
import { later } from '@/ui/later'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { harvestWords } from '../harvestMessages'
import type { Topic } from '../topic'
import { HarvestRevisions } from './HarvestRevisions'
import styles from './HarvestSection.module.css'
import { HarvestText } from './HarvestText'

const HarvestForm = later(async () => (await import('./HarvestForm')).HarvestForm)

/** What the session gave: to be written by those who were there, then to be read by all. */
export function HarvestSection({ topic }: { topic: Topic }) {
  const t = useWords(harvestWords)
  const say = useStates()
  const format = useFormat()
  const { harvest } = topic
  const isHeld = topic.state === 'HELD' || topic.state === 'RUNNING'
  if (harvest === null && !isHeld) {
    return topic.state === 'SCHEDULED' ? (
      <Section title={t('title')}>
        <p className={styles.note}>{t('missingBefore')}</p>
      </Section>
    ) : null
  }
  return (
    <Section
      title={t('title')}
      lead={topic.viewerCanWriteHarvest ? t('lead') : undefined}
      actions={<StatePill {...say('Harvest', harvest?.state ?? 'MISSING')} />}
    >
      {topic.viewerCanWriteHarvest ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <HarvestForm topic={topic} />
        </Suspense>
      ) : harvest === null ? (
        <EmptyState title={t('missing')}>
          <p>{t(topic.viewerCanCheckIn ? 'checkInFirst' : 'missingHeld')}</p>
        </EmptyState>
      ) : (
        <HarvestText harvest={harvest} />
      )}
      {harvest === null ? null : (
        <>
          <p className={styles.note}>
            {t('writtenBy', {
              name: harvest.editedBy.name,
              when: format.date(harvest.editedAt, 'dayAndTime'),
            })}
          </p>
          <HarvestRevisions revisions={harvest.revisions} />
        </>
      )}
    </Section>
  )
}
