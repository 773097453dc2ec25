import { CopyPlus, CornerUpLeft, Move, UsersRound } from 'lucide-react'
import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { Menu } from '@/ui/Menu'
import { StatePill } from '@/ui/StatePill'
import { peopleOf, type WallTopic } from '../forum'
import { useDrag } from '../useDrag'
import { useWall } from '../wall'
import { wallWords } from '../wallMessages'
import { StarButton } from './StarButton'
import { canUnplace } from './TopicActs'
import { Convener } from './TopicCard'
import styles from './SessionCard.module.css'

/** A topic in its cell of the board. What is not among those looked for steps back. */
export function SessionCard({ topic }: { topic: WallTopic }) {
  const t = useWords(wallWords)
  const say = useStates()
  const format = useFormat()
  const { isFound, isMoving, choosePlace, unplace, dragged, personId } = useWall()
  const dragProps = useDrag(topic)
  const count = peopleOf(topic)
  const acts = [
    ...(topic.viewerCanPlace
      ? [
          {
            id: 'move',
            label: t('move'),
            icon: <Move aria-hidden="true" />,
            onAction: () => choosePlace(topic),
          },
        ]
      : []),
    ...(topic.viewerCanRepeat
      ? [
          {
            id: 'repeat',
            label: t('repeat'),
            icon: <CopyPlus aria-hidden="true" />,
            onAction: () => choosePlace(topic, true),
          },
        ]
      : []),
    ...(canUnplace(topic)
      ? [
          {
            id: 'off',
            label: t('unplace'),
            icon: <CornerUpLeft aria-hidden="true" />,
            onAction: () => unplace(topic),
          },
        ]
      : []),
  ]
  return (
    <article
      className={styles.card}
      data-topic={topic.id}
      data-found={isFound(topic)}
      data-mine={topic.convener?.id === personId || undefined}
      data-moving={isMoving(topic) || dragged?.id === topic.id || undefined}
      {...dragProps}
    >
      {topic.state === 'SCHEDULED' ? null : <StatePill {...say('Topic', topic.state)} />}
      <h3 className={styles.title}>
        <Link href={addresses.topic(topic.id)} quiet>
          {topic.title}
        </Link>
      </h3>
      {(topic.sessions?.length ?? 0) > 1 ? (
        <p className={styles.by}>{t('oneOf', { count: topic.sessions?.length ?? 0 })}</p>
      ) : null}
      <p className={styles.by}>
        <Convener topic={topic} />
      </p>
      <div className={styles.foot}>
        <StarButton topic={topic} />
        {count === 0 ? null : (
          <span className={styles.people}>
            <UsersRound aria-hidden="true" />
            <span aria-hidden="true">{format.number(count)}</span>
            <span className="visually-hidden">{t('participants', { count })}</span>
          </span>
        )}
        {acts.length === 0 ? null : (
          <span className={styles.menu}>
            <Menu label={t('acts', { title: topic.title })} items={acts} />
          </span>
        )}
      </div>
    </article>
  )
}
