import { gatheringWords } from '@/features/gatherings/messages'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Table } from '@/ui/Table'
import { proceedingsWords } from '../messages'
import { grouped, type Proceedings } from '../proceedings'
import styles from './Proceedings.module.css'

/** The programme as it was held, a table a day. */
export function Programme({ proceedings: { programme } }: { proceedings: Proceedings }) {
  const t = useWords(proceedingsWords)
  const tGathering = useWords(gatheringWords)
  const format = useFormat()
  if (programme.length === 0) return <p className={styles.none}>{t('programmeNone')}</p>
  const days = grouped(programme, ({ startsAt }) => format.dayOf(startsAt))
  return days.map(([day, items]) => (
    <Table
      key={day}
      label={format.date(day, 'weekday')}
      showLabel
      rowKey={({ id }) => id}
      rows={items}
      columns={[
        {
          id: 'hours',
          header: t('hours'),
          cell: ({ startsAt, endsAt }) => format.dateRange(startsAt, endsAt, 'time'),
        },
        {
          id: 'what',
          header: t('what'),
          isRowHeader: true,
          cell: ({ title, kind, speaker, description }) => (
            <>
              {title}
              <span className={styles.under}>
                {[tGathering(`kind.${kind}`), speaker === '' ? '' : t('withSpeaker', { speaker })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {description === '' ? null : <span className={styles.under}>{description}</span>}
            </>
          ),
        },
        { id: 'where', header: t('where'), cell: ({ space }) => space },
      ]}
    />
  ))
}
