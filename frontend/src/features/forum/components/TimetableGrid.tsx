import { Sparkles } from 'lucide-react'
import { useWords } from '@/i18n/useWords'
import { Pill } from '@/ui/Pill'
import { Section } from '@/ui/Section'
import type { Forum } from '../forum'
import { timetableWords } from '../timetableMessages'
import { useSlotTime } from '../useSlotTime'
import { wallWords } from '../wallMessages'
import type { ProposedPlacement } from './TimetableDialog'
import styles from './TimetableGrid.module.css'

export interface TimetableGridProps {
  forum: Forum
  placements: readonly ProposedPlacement[]
  titleOf: (topicId: string) => string
}

/** The proposed grid, slot by slot: what would be new, what stays, and the reasons of each. */
export function TimetableGrid({ forum, placements, titleOf }: TimetableGridProps) {
  const t = useWords(timetableWords)
  const slotTime = useSlotTime()
  return (
    <Section title={t('board')}>
      {forum.slots.map((slot) => {
        const sessions = forum.spaces.flatMap((space) =>
          placements
            .filter(({ slotId, spaceId }) => slotId === slot.id && spaceId === space.id)
            .map((placement) => ({ placement, space })),
        )
        const empty = forum.spaces.length - sessions.length
        return (
          <section key={slot.id} className={styles.slot} aria-label={slotTime(slot)}>
            <h3 className={styles.time}>
              {slotTime(slot)} <span className={styles.label}>{slot.label}</span>
            </h3>
            <ul className={styles.cells}>
              {sessions.map(({ placement, space }) => (
                <li key={space.id} className={styles.cell} data-new={placement.isNew || undefined}>
                  <p className={styles.head}>
                    <span className={styles.label}>{space.name}</span>
                    {placement.isNew ? (
                      <Pill tone="accent" icon={<Sparkles aria-hidden="true" />}>
                        {t('new')}
                      </Pill>
                    ) : (
                      <Pill>{t('stays')}</Pill>
                    )}
                  </p>
                  <p className={styles.title}>{titleOf(placement.topicId)}</p>
                  <Reasons placement={placement} capacity={space.capacity} titleOf={titleOf} />
                </li>
              ))}
            </ul>
            {empty === 0 ? null : <p className={styles.label}>{t('emptyCells', { count: empty })}</p>}
          </section>
        )
      })}
    </Section>
  )
}

/** Why a topic stands where it does: who can come, who has to choose, whether the room holds them. */
function Reasons({
  placement,
  capacity,
  titleOf,
}: {
  placement: ProposedPlacement
  capacity: number
  titleOf: (topicId: string) => string
}) {
  const t = useWords(timetableWords)
  const tWall = useWords(wallWords)
  const { interested, free, torn, seatsShort, rivalId } = placement
  const seats = tWall('seats', { count: capacity })
  return (
    <ul className={styles.reasons}>
      <li>{t('interested', { count: interested, free })}</li>
      {torn === 0 ? null : (
        <li data-warned="">
          {rivalId === null
            ? t('torn', { count: torn })
            : t('tornWith', { count: torn, title: titleOf(rivalId) })}
        </li>
      )}
      <li data-warned={seatsShort === 0 ? undefined : ''}>
        {seatsShort === 0 ? t('room', { seats }) : t('roomShort', { count: seatsShort, seats })}
      </li>
    </ul>
  )
}
