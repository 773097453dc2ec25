import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Table } from '@/ui/Table'
import type { Terms } from '../project'
import { termsWords } from '../termsMessages'

/** Two versions of what a centre is asked for, line by line. What did not move is said to be the same. */
export function TermsChange({ before, now }: { before: Terms; now: Terms }) {
  const t = useWords(termsWords)
  const format = useFormat()
  const rows = [
    {
      id: 'days',
      what: t('personDays'),
      before: t('days', { count: before.personDays }),
      now: t('days', { count: now.personDays }),
    },
    { id: 'money', what: t('money'), before: format.money(before.money), now: format.money(now.money) },
    {
      id: 'term',
      what: t('term'),
      before: format.dateRange(before.startsOn, before.endsOn, 'dayShort'),
      now: format.dateRange(now.startsOn, now.endsOn, 'dayShort'),
    },
    {
      id: 'conditions',
      what: t('conditions'),
      before: before.conditions || t('noConditions'),
      now: now.conditions || t('noConditions'),
    },
  ]
  return (
    <Table
      label={t('compare')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'what', header: t('what'), isRowHeader: true, cell: (row) => row.what },
        { id: 'before', header: t('before', { version: before.version }), cell: (row) => row.before },
        {
          id: 'now',
          header: t('now', { version: now.version }),
          cell: (row) => (row.now === row.before ? t('unchanged') : <strong>{row.now}</strong>),
        },
      ]}
    />
  )
}
