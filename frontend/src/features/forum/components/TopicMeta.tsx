import { MapPin } from 'lucide-react'
import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import type { Topic } from '../topic'
import { topicWords } from '../topicMessages'
import { useSlotTime } from '../useSlotTime'
import styles from './TopicMeta.module.css'

/** Under the title: who carries it, and where and when it is worked on. */
export function TopicMeta({ topic }: { topic: Topic }) {
  const t = useWords(topicWords)
  const slotTime = useSlotTime()
  const { convener, occurrence } = topic
  return (
    <>
      <span>
        {convener === null
          ? t('unconvened')
          : t.rich('convenedBy', {
              name: (
                <Link key="name" href={addresses.person(convener.id)} quiet>
                  {convener.name}
                </Link>
              ),
            })}
      </span>
      {occurrence === null ? null : (
        <span className={styles.where}>
          <MapPin aria-hidden="true" />
          {t('placedWhere', { space: occurrence.space.name, slot: slotTime(occurrence.slot) })}
        </span>
      )}
    </>
  )
}
