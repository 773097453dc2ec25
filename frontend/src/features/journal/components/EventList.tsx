import { readFragment, type FragmentOf } from '@/app/graphql'
import { EventLine, eventLine } from './EventLine'
import styles from './EventList.module.css'

/** Facts under one another, as they are given. */
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
      {events.map((event) => (
        <li key={readFragment(eventLine, event).id}>
          <EventLine event={event} about={about} />
        </li>
      ))}
    </ol>
  )
}
