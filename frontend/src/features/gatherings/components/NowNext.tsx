import { useId } from 'react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Pill } from '@/ui/Pill'
import { markOf } from '../agenda'
import { agendaWords } from '../agendaMessages'
import { gatheringWords } from '../messages'
import { useMinute } from './useMinute'
import styles from './Agenda.module.css'
import type { AgendaItem } from './AgendaItemCard'

/** For whoever is there: what is on, what begins next, and where. */
export function NowNext({ items }: { items: readonly AgendaItem[] }) {
  const t = useWords(gatheringWords)
  const tAgenda = useWords(agendaWords)
  const format = useFormat()
  const id = useId()
  const standing = items.filter(({ state }) => state !== 'CANCELLED')
  const marks = markOf(standing, useMinute())
  const parts = (['now', 'next'] as const)
    .map((mark) => ({ mark, found: standing.filter((item) => marks.get(item.id) === mark) }))
    .filter(({ found }) => found.length > 0)
  if (parts.length === 0) return null
  return (
    <section aria-labelledby={id} className={styles.now}>
      <h2 id={id} className="visually-hidden">
        {tAgenda('nowTitle')}
      </h2>
      {parts.map(({ mark, found }) => (
        <div key={mark} className={styles.nowPart}>
          <h3>{t(mark)}</h3>
          <ul className={styles.list}>
            {found.map((item) => (
              <li key={item.id}>
                <span className={styles.name}>{item.title}</span>
                <span className={styles.facts}>
                  <span>{format.dateRange(item.startsAt, item.endsAt, 'time')}</span>
                  {item.space === null ? null : <span>{item.space.name}</span>}
                  {item.viewerKeeps ? <Pill tone="accent">{tAgenda('kept')}</Pill> : null}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
