import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { StatePill } from '@/ui/StatePill'
import { peopleOf, type WallTopic } from '../forum'
import { sessionWords } from '../sessionMessages'
import { useNow } from '../useNow'
import { useSlotTime } from '../useSlotTime'
import { useWall } from '../wall'
import { SessionActs } from './SessionActs'
import styles from './SessionRow.module.css'
import { StarButton } from './StarButton'
import { Convener } from './TopicCard'

/** A session as it matters on the day: where, until when, who is there, what can be done; far ones are only told. */
export function SessionRow({ topic, isFar = false }: { topic: WallTopic; isFar?: boolean }) {
  const t = useWords(sessionWords)
  const say = useStates()
  const slotTime = useSlotTime()
  const { forum } = useWall()
  const now = useNow()
  const { occurrence } = topic
  const slot = forum.slots.find(({ id }) => id === occurrence?.slot.id)
  const space = forum.spaces.find(({ id }) => id === occurrence?.space.id)
  const people = peopleOf(topic)
  const minutes = slot === undefined ? 0 : Math.ceil((Date.parse(slot.endsAt) - now) / 60_000)
  return (
    <li className={styles.row} data-state={topic.state}>
      <p className={styles.where}>
        <span className={styles.space}>{space?.name}</span>
        {slot === undefined ? null : <span>{slotTime(slot)}</span>}
      </p>
      <div className={styles.text}>
        <h3 className={styles.title}>
          <Link href={addresses.topic(topic.id)} quiet>
            {topic.title}
          </Link>
        </h3>
        <p className={styles.by}>
          <Convener topic={topic} />
        </p>
        <div className={styles.facts}>
          <StatePill {...say('Topic', topic.state)} />
          {topic.state === 'RUNNING' && slot !== undefined && Date.parse(slot.startsAt) <= now ? (
            <span className={styles.left}>{t('left', { count: Math.max(0, minutes) })}</span>
          ) : null}
          {people === 0 ? null : <span>{t('people', { count: people })}</span>}
          <StarButton topic={topic} />
        </div>
      </div>
      {isFar ? null : (
        <div className={styles.acts}>
          <SessionActs topic={topic} />
        </div>
      )}
    </li>
  )
}
