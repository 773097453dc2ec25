import { PenLine } from 'lucide-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { later } from '@/ui/later'
import { Row } from '@/ui/Layout'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { StatePill } from '@/ui/StatePill'
import { harvestWords } from '../harvestMessages'
import type { Topic } from '../topic'
import { usePresence } from '../usePresence'
import { HarvestConfirm } from './HarvestConfirm'
import { HarvestRevisions } from './HarvestRevisions'
import styles from './HarvestSection.module.css'
import { HarvestText } from './HarvestText'
import { Writers } from './Writers'

const HarvestForm = later(async () => (await import('./HarvestForm')).HarvestForm)

/**
 * What the session gave: to be written by those who were there, then to be read by all. Once published it is read first, and
 * corrected by whoever asks to. `heard` changes when somebody begins or ceases to write.
 */
export function HarvestSection({ topic, heard }: { topic: Topic; heard: number }) {
  const t = useWords(harvestWords)
  const say = useStates()
  const format = useFormat()
  const { willWrite } = usePresence(topic)
  const canWrite = topic.viewerCanWriteHarvest || willWrite
  const [isCorrecting, setCorrecting] = useState(false)
  const { harvest } = topic
  const isHeld = topic.state === 'HELD' || topic.state === 'RUNNING'
  if (harvest === null && !isHeld) {
    return topic.state === 'SCHEDULED' ? (
      <Section title={t('title')}>
        <p className={styles.note}>{t('missingBefore')}</p>
      </Section>
    ) : null
  }
  const isWriting = canWrite && (isHeld || isCorrecting)
  return (
    <Anchor>
      <Section
        title={t('title')}
        lead={isWriting ? t(isHeld ? 'lead' : 'correctLead') : undefined}
        actions={<StatePill {...say('Harvest', harvest?.state ?? 'MISSING')} />}
      >
        <Writers topicId={topic.id} heard={heard} isOpen={harvest?.state !== 'CONFIRMED'} />
        {isWriting ? (
          <Suspense fallback={<Skeleton lines={8} />}>
            <HarvestForm topic={topic} onDone={isHeld ? undefined : () => setCorrecting(false)} />
          </Suspense>
        ) : harvest === null ? (
          <EmptyState title={t('missing')}>
            <p>{t(topic.viewerCanCheckIn ? 'checkInFirst' : 'missingHeld')}</p>
          </EmptyState>
        ) : (
          <>
            <HarvestText harvest={harvest} />
            {topic.viewerCanWriteHarvest || topic.viewerCanConfirmHarvest ? (
              <Row>
                {topic.viewerCanWriteHarvest ? (
                  <Button icon={<PenLine aria-hidden="true" />} onPress={() => setCorrecting(true)}>
                    {t('correct')}
                  </Button>
                ) : null}
                {topic.viewerCanConfirmHarvest ? (
                  <HarvestConfirm topicId={topic.id} harvest={harvest} />
                ) : null}
              </Row>
            ) : null}
          </>
        )}
        {harvest === null ? null : (
          <>
            <p className={styles.note}>
              {t('writtenBy', {
                name: harvest.editedBy.name,
                when: format.date(harvest.editedAt, 'dayAndTime'),
              })}
            </p>
            <HarvestRevisions harvest={harvest} />
          </>
        )}
      </Section>
    </Anchor>
  )
}

/** Where « écrire la récolte » leads from any page: it is not there yet when the address is opened. */
function Anchor({ children }: { children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (window.location.hash === '#recolte') place.current?.scrollIntoView()
  }, [])
  return (
    <div id="recolte" ref={place}>
      {children}
    </div>
  )
}
