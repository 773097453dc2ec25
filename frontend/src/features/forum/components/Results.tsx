import { Sprout } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { StatePill } from '@/ui/StatePill'
import { ranked } from '../board'
import type { WallTopic } from '../forum'
import { sessionWords } from '../sessionMessages'
import { useWall } from '../wall'
import { OpenGroupDialog } from './dialogs'
import styles from './Results.module.css'
import { Convener } from './TopicCard'

/** What the forum gave: the topics in the order of their dots, and what has come of each. */
export function Results({ onSee }: { onSee: (href: string) => void }) {
  const t = useWords(sessionWords)
  const { forum, isFound } = useWall()
  const [opening, setOpening] = useState<WallTopic>()
  const [isOpen, setOpen] = useState(false)
  if (!forum.voteClosed) {
    return (
      <EmptyState title={t('resultsHidden')}>
        <p>{t('resultsHiddenText')}</p>
      </EmptyState>
    )
  }
  const list = ranked(forum.topics)
  const highest = Math.max(1, ...list.map(({ topic }) => topic.dotCount ?? 0))
  const due = forum.topics.filter(({ state }) => state === 'HELD').length
  return (
    <Stack>
      {due === 0 || forum.phase === 'CLOSED' || forum.viewerCanFacilitate ? null : (
        <Banner tone="signal" title={t('chase', { count: due })} />
      )}
      <Section title={t('results')} count={list.length}>
        <ol className={styles.list}>
          {list
            .filter(({ topic }) => isFound(topic))
            .map(({ topic, rank }) => (
              <Result
                key={topic.id}
                topic={topic}
                rank={rank}
                highest={highest}
                onOpenGroup={() => {
                  setOpening(topic)
                  setOpen(true)
                }}
              />
            ))}
        </ol>
      </Section>
      {opening === undefined ? null : (
        <OpenGroupDialog topic={opening} isOpen={isOpen} onClose={() => setOpen(false)} onSee={onSee} />
      )}
    </Stack>
  )
}

function Result({
  topic,
  rank,
  highest,
  onOpenGroup,
}: {
  topic: WallTopic
  rank: number
  highest: number
  onOpenGroup: () => void
}) {
  const t = useWords(sessionWords)
  const say = useStates()
  const format = useFormat()
  const { forum } = useWall()
  const dots = topic.dotCount ?? 0
  return (
    <li className={styles.result}>
      <span className={styles.rank}>
        {dots === 0 ? null : (
          <>
            <span className="visually-hidden">{t('rank', { rank })}</span>
            <span aria-hidden="true">{format.number(rank)}</span>
          </>
        )}
      </span>
      <div className={styles.text}>
        <h3 className={styles.title}>
          <Link href={addresses.topic(topic.id)} quiet>
            {topic.title}
          </Link>
        </h3>
        <p className={styles.by}>
          <Convener topic={topic} />
        </p>
        <p className={styles.dots}>
          {dots === 0 ? null : (
            <span className={styles.bar} style={{ width: `${(dots / highest) * 100}%` }} aria-hidden="true" />
          )}
          <span>
            {t('dotsReceived', { count: dots })}
            {topic.viewerDots === 0 ? '' : `, ${t('mine', { count: topic.viewerDots })}`}
          </span>
        </p>
      </div>
      <div className={styles.became}>
        {topic.workingGroup === null ? (
          <StatePill {...say('Topic', topic.state)} />
        ) : (
          <>
            <span className={styles.label}>{t('becameGroup')}</span>
            <Link href={addresses.group(topic.workingGroup.id)}>{topic.workingGroup.name}</Link>
            <StatePill {...say('WorkingGroup', topic.workingGroup.state)} />
          </>
        )}
        {topic.viewerCanOpenWorkingGroup ? (
          <Button
            size="s"
            icon={<Sprout aria-hidden="true" />}
            aria-label={t('openGroupTopic', { title: topic.title })}
            onPress={onOpenGroup}
          >
            {t('openGroup')}
          </Button>
        ) : forum.viewerCanOpenWorkingGroups && topic.workingGroup === null && dots > 0 ? (
          <Button size="s" reason={t('groupNotHeld')}>
            {t('openGroup')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
