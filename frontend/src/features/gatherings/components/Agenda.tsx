import { useFormat } from '@/i18n/useFormat'
import { daysOf, gridOf, markOf, type Cell, type Grid } from '../agenda'
import { useMinute } from './useMinute'
import styles from './Agenda.module.css'
import { AgendaItemCard, type AgendaItem } from './AgendaItemCard'

export interface AgendaProps {
  items: readonly AgendaItem[]
  /** Where the item of the forum leads. */
  forumId?: string
}

/** The programme, day by day, in the place's own time: a list on a phone, columns of rooms where there is the width for it. */
export function Agenda({ items, forumId }: AgendaProps) {
  const format = useFormat()
  const standing = items.filter(({ state }) => state !== 'CANCELLED')
  const marks = markOf(standing, useMinute())
  const rooms = [...new Set(standing.flatMap(({ space }) => (space === null ? [] : [space.id])))]
  return (
    <div className={styles.days}>
      {daysOf(items, (moment) => format.dayOf(moment)).map(({ day, items: timed }) => {
        const gone = timed.filter(({ state }) => state === 'CANCELLED')
        const grid = gridOf(
          timed.filter((item) => !gone.includes(item)),
          rooms,
        )
        return (
          <section key={day} className={styles.day}>
            <h3 className={styles.title}>{format.date(day, 'weekday')}</h3>
            <ol
              className={`${styles.items} ${grid === null ? '' : styles.grid}`}
              style={grid === null ? undefined : ({ '--rooms': grid.columns.length } as React.CSSProperties)}
            >
              {timed.map((item) => (
                <AgendaItemCard
                  key={item.id}
                  item={item}
                  mark={marks.get(item.id)}
                  cell={grid?.cells.get(item.id) ?? under(grid, gone.indexOf(item))}
                  forumId={forumId}
                />
              ))}
            </ol>
          </section>
        )
      })}
    </div>
  )
}

/** What is cancelled stands under the grid, where nothing else is. */
function under(grid: Grid | null, place: number): Cell | undefined {
  return grid === null || place < 0 ? undefined : { column: '1 / -1', row: String(grid.end + place) }
}
