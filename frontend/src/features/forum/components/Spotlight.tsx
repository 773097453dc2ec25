import { Megaphone } from 'lucide-react'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Link } from '@/ui/Link'
import { wallOf } from '../board'
import { boardWords } from '../boardMessages'
import { useWall } from '../wall'
import { wallWords } from '../wallMessages'
import styles from './Spotlight.module.css'
import { StarButton } from './StarButton'
import { PitchButton } from './TopicActs'
import { Convener } from './TopicCard'

const spotlightTopic = graphql(`
  mutation SpotlightTopic($input: SpotlightTopicInput!) {
    spotlightTopic(input: $input) {
      forum {
        id
        spotlight {
          id
        }
      }
    }
  }
`)

/** How many of the queue are told as coming next. */
const few = 2

/** Who has the floor, in large for a whole room; and for whoever facilitates, the way to the next. */
export function Spotlight() {
  const t = useWords(boardWords)
  const tWall = useWords(wallWords)
  const format = useFormat()
  const { forum, board } = useWall()
  const [light, { isPending }] = useAct(spotlightTopic)
  const topic = forum.topics.find(({ id }) => id === forum.spotlight?.id)
  const queue = wallOf(forum.topics, board).toPitch.filter(({ id }) => id !== topic?.id)
  const next = queue[0]
  const give = (topicId: string | null) => void light({ forumId: forum.id, topicId })
  if (topic === undefined) {
    if (!forum.viewerCanSpotlight || next === undefined) return null
    return (
      <section className={styles.quiet} aria-label={t('spotlight')}>
        <p>{t('spotlightNobody')}.</p>
        <Button
          size="s"
          icon={<Megaphone aria-hidden="true" />}
          isPending={isPending}
          onPress={() => give(next.id)}
        >
          {t('spotlightStart', { title: next.title })}
        </Button>
      </section>
    )
  }
  return (
    <section className={styles.light} aria-label={t('spotlight')}>
      <div className={styles.text} aria-live="polite">
        <p className={styles.eyebrow}>
          <Megaphone aria-hidden="true" />
          {t('spotlight')}
        </p>
        <h2 className={styles.title}>
          <Link href={addresses.topic(topic.id)} quiet>
            {topic.title}
          </Link>
        </h2>
        <p className={styles.by}>
          <Convener topic={topic} />
        </p>
      </div>
      <div className={styles.stars}>
        <StarButton topic={topic} isWorded />
      </div>
      <div className={styles.foot}>
        <p className={styles.next}>
          {next === undefined
            ? t('spotlightLast')
            : t('spotlightNext', {
                titles: format.list(queue.slice(0, few).map(({ title }) => tWall('quoted', { title }))),
              })}
        </p>
        {forum.viewerCanSpotlight ? (
          <div className={styles.acts}>
            <PitchButton topic={topic} word={t('spotlightPitched')} />
            {next === undefined ? null : (
              <Button size="s" variant="quiet" isPending={isPending} onPress={() => give(next.id)}>
                {t('spotlightSkip')}
              </Button>
            )}
            <Button
              size="s"
              variant="quiet"
              aria-label={t('spotlightEnd')}
              isPending={isPending}
              onPress={() => give(null)}
            >
              {t('spotlightEndShort')}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  )
}
