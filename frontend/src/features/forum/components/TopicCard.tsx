import type { ReactNode } from 'react'
import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { Pill } from '@/ui/Pill'
import { StatePill } from '@/ui/StatePill'
import { Link } from '@/ui/Link'
import { forumWords } from '../messages'
import type { WallTopic } from '../forum'
import { useThemeLabel } from '@/app/themes'
import { useDrag } from '../useDrag'
import { useWall } from '../wall'
import { wallWords } from '../wallMessages'
import { StarButton } from './StarButton'
import { TopicActs } from './TopicActs'
import styles from './TopicCard.module.css'

export interface TopicCardProps {
  topic: WallTopic
  /** brief: beside the board, where the room is short; full: on the wall, with what it is about. */
  shape?: 'brief' | 'full'
  children?: ReactNode
}

/** A topic pinned on the wall: who brings it, who would come, and what can be done with it. */
export function TopicCard({ topic, shape = 'brief', children }: TopicCardProps) {
  const tForum = useWords(forumWords)
  const say = useStates()
  const themeLabel = useThemeLabel()
  const { isMoving, dragged } = useWall()
  const dragProps = useDrag(topic)
  const isOver = topic.state === 'WITHDRAWN' || topic.state === 'MERGED' || topic.state === 'POSTPONED'
  return (
    <li
      className={`${styles.card} ${dragged?.id === topic.id ? styles.lifted : ''}`}
      data-topic={topic.id}
      data-moving={isMoving(topic) || undefined}
      {...dragProps}
    >
      <div className={styles.head}>
        <h3 className={styles.title}>
          <Link href={addresses.topic(topic.id)} quiet>
            {topic.title}
          </Link>
        </h3>
        {isOver ? <StatePill {...say('Topic', topic.state)} /> : null}
      </div>
      {shape === 'full' && topic.description !== '' ? (
        <p className={styles.description}>{topic.description}</p>
      ) : null}
      <p className={styles.by}>
        <Convener topic={topic} />
      </p>
      {shape === 'full' ? (
        <p className={styles.themes}>
          <Pill tone="accent">{tForum(`outcome.${topic.intendedOutcome}`)}</Pill>
          {topic.themes.map((theme) => (
            <Pill key={theme.id}>{themeLabel(theme)}</Pill>
          ))}
        </p>
      ) : null}
      {children}
      <div className={styles.foot}>
        <StarButton topic={topic} isWorded={shape === 'full'} />
        <TopicActs topic={topic} />
      </div>
    </li>
  )
}

/** Who carries a topic, and from which centre. */
export function Convener({ topic }: { topic: Pick<WallTopic, 'convener'> }) {
  const t = useWords(wallWords)
  const { personId } = useWall()
  const { convener } = topic
  if (convener === null) return <>{t('noConvener')}</>
  const name = convener.id === personId ? t('you') : convener.name
  return (
    <>
      {name}
      {convener.centre === null ? null : ` · ${convener.centre.shortName}`}
    </>
  )
}
