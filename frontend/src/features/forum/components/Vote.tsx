import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { DotMeter } from '@/ui/DotMeter'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { votable } from '../board'
import type { WallTopic } from '../forum'
import { sessionWords } from '../sessionMessages'
import { useCarriers, type Carrier } from '../useCarriers'
import { useDotsLeft } from '../useDots'
import { useWall } from '../wall'
import { DotControl } from './DotControl'
import { HarvestText } from './HarvestText'
import { Convener } from './TopicCard'
import styles from './Vote.module.css'

/** Convergence: the harvests side by side, and the viewer's dots, whose count stays in sight. */
export function Vote() {
  const t = useWords(sessionWords)
  const { forum, isFound } = useWall()
  const { harvested, others } = votable(forum.topics.filter(isFound))
  const carriers = useCarriers(forum.id)
  const max = forum.dotsPerPerson
  const { own, ofCentre, left } = useDotsLeft(forum, forum.topics)
  if (harvested.length + others.length === 0) {
    return (
      <EmptyState title={t('empty')}>
        <p>{t('emptyText')}</p>
      </EmptyState>
    )
  }
  return (
    <Stack>
      {forum.viewerCanVote ? (
        <>
          <p className={styles.lead}>{t('voteLead', { max })}</p>
          <div className={styles.left}>
            <DotMeter label={t('dotsLeft', { left: own, max })} value={own} max={max} />
            <span role="status">{t('dotsLeft', { left: own, max })}</span>
          </div>
          {ofCentre === null ? null : (
            <p className={styles.lead}>
              {t('centreDotsLeft', { left: ofCentre, max: forum.dotsPerCentre ?? 0 })}
            </p>
          )}
        </>
      ) : (
        <p className={styles.lead}>{t(forum.voteClosed ? 'voteOver' : 'voteNotOpen')}</p>
      )}
      <Section title={t('harvested')} count={harvested.length}>
        <ul className={styles.cards}>
          {harvested.map((topic) => (
            <VoteCard key={topic.id} topic={topic} left={left} carriers={carriers.get(topic.id)} />
          ))}
        </ul>
      </Section>
      {others.length === 0 ? null : (
        <Section title={t('others')} count={others.length}>
          <ul className={styles.cards}>
            {others.map((topic) => (
              <VoteCard key={topic.id} topic={topic} left={left} />
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  )
}

function VoteCard({
  topic,
  left,
  carriers,
}: {
  topic: WallTopic
  left: number
  carriers?: readonly Carrier[]
}) {
  const t = useWords(sessionWords)
  return (
    <li className={styles.card} data-voted={topic.viewerDots > 0 || undefined}>
      <h3 className={styles.title}>
        <Link href={addresses.topic(topic.id)} quiet>
          {topic.title}
        </Link>
      </h3>
      <p className={styles.by}>
        <Convener topic={topic} />
      </p>
      {topic.harvest !== null ? (
        <>
          <HarvestText harvest={{ ...topic.harvest, carriers }} isBrief />
          <p>
            <Link href={addresses.topic(topic.id)} aria-label={`${t('whole')} : ${topic.title}`}>
              {t('whole')}
            </Link>
          </p>
        </>
      ) : topic.state === 'HELD' ? (
        <p className={styles.missing}>
          <strong>{t('noHarvest')}.</strong> {t('noHarvestText')}
        </p>
      ) : null}
      <div className={styles.foot}>
        <DotControl topic={topic} left={left} />
      </div>
    </li>
  )
}
