import { readFragment, type FragmentOf } from '@/app/graphql'
import { eventLine } from './EventLine'
import styles from './EventList.module.css'
import { EventRun, runsOf } from './EventRun'

/** Facts under one another, as they are given; those alike are folded into one. */
export function EventList({
  label,
  events,
  about,
}: {
  label: string
  events: readonly FragmentOf<typeof eventLine>[]
  about?: string
}) {
  return (
    <ol aria-label={label} className={styles.list}>
      {runsOf(events).map((facts) => (
        <li key={readFragment(eventLine, facts[0]!).id}>
          <EventRun facts={facts} about={about} />
        </li>
      ))}
    </ol>
  )
}
