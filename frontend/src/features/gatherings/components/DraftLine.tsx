import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Menu } from '@/ui/Menu'
import { Pill } from '@/ui/Pill'
import type { DraftItem, Preparation } from '../gathering'
import { gatheringWords } from '../messages'
import { preparationWords } from '../preparationMessages'
import styles from './DraftLine.module.css'

/** An item of the draft, with what the next release would tell of it. */
export function DraftLine({
  item,
  onEdit,
  onRemove,
}: {
  item: DraftItem
  onEdit: () => void
  onRemove: () => void
}) {
  const t = useWords(preparationWords)
  const tPage = useWords(gatheringWords)
  const format = useFormat()
  const { published } = item
  return (
    <li className={styles.line}>
      <p className={styles.time}>{format.dateRange(item.startsAt, item.endsAt, 'time')}</p>
      <div className={styles.text}>
        <p className={styles.name}>
          {item.title}
          {item.change === null ? null : <Pill tone="signal">{t(`change.${item.change}`)}</Pill>}
        </p>
        <p className={styles.facts}>
          <span>{tPage(`kind.${item.kind}`)}</span>
          {item.space === null ? null : <span>{item.space.name}</span>}
          {item.speaker === '' ? null : <span>{item.speaker}</span>}
          {item.capacity === null ? null : <span>{t('places', { count: item.capacity })}</span>}
          {item.isPublic ? <span>{t('public')}</span> : null}
          {item.change === 'MOVED' && published !== null ? (
            <span>
              {t('formerly', {
                time: format.date(published.startsAt, 'dayAndTime'),
                room: published.space === null ? 'none' : 'some',
                place: published.space?.name ?? '',
              })}
            </span>
          ) : null}
        </p>
      </div>
      <Menu
        label={t('act', { title: item.title })}
        items={[
          { id: 'edit', label: t('edit'), onAction: onEdit },
          { id: 'remove', label: t('remove'), isDanger: true, onAction: onRemove },
        ]}
      />
    </li>
  )
}

/** What was published and will be told as cancelled. */
export function GoneLine({ item }: { item: Preparation['agenda'][number] }) {
  const t = useWords(preparationWords)
  const format = useFormat()
  return (
    <li className={styles.line}>
      <p className={styles.time}>{format.date(item.startsAt, 'time')}</p>
      <div className={styles.text}>
        <p className={styles.name}>
          <s>{item.title}</s>
          <Pill tone="danger">{t('change.CANCELLED')}</Pill>
        </p>
        {item.space === null ? null : <p className={styles.facts}>{item.space.name}</p>}
      </div>
    </li>
  )
}
