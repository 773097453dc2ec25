import { useState } from 'react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { EmptyState } from '@/ui/EmptyState'
import { Link } from '@/ui/Link'
import { LoadMore } from '@/ui/Pager'
import { Pill } from '@/ui/Pill'
import { RadioGroup } from '@/ui/RadioGroup'
import { Table } from '@/ui/Table'
import { tieWords } from '../tieMessages'
import { ofKind, tieKinds, type TieKind, type TieRow } from '../ties'

const page = 25

export interface TieTableProps {
  rows: readonly TieRow[]
  /** Whether the period before is known: without it nothing is new or lost. */
  isCompared: boolean
  kind: TieKind
  onKind: (kind: TieKind) => void
  href: (a: string, b: string) => string
}

/** Every tie on a line, and how it moved since the period before. */
export function TieTable({ rows, isCompared, kind, onKind, href }: TieTableProps) {
  const t = useWords(tieWords)
  const format = useFormat()
  const [limit, setLimit] = useState(page)
  const found = ofKind(rows, kind)
  const shown = found.slice(0, limit)
  return (
    <>
      <RadioGroup
        label={t('kind')}
        isRow
        value={kind}
        onChange={onKind}
        options={tieKinds.map((id) => ({
          id,
          label: `${t(`kind.${id}`)} (${format.number(ofKind(rows, id).length)})`,
        }))}
      />
      {shown.length === 0 ? (
        <EmptyState title={t('noneOfKind')} />
      ) : (
        <>
          <Table
            label={t('tableLabel')}
            rows={shown}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'pair',
                header: t('pair'),
                isRowHeader: true,
                cell: ({ a, b, facts }) => {
                  const pair = t('pairOf', { a: a.label, b: b.label })
                  return facts === 0 ? pair : <Link href={href(a.id, b.id)}>{pair}</Link>
                },
              },
              { id: 'facts', header: t('facts'), align: 'end', cell: ({ facts }) => format.number(facts) },
              {
                id: 'weight',
                header: t('strength'),
                align: 'end',
                cell: ({ weight }) => format.number(weight, { maximumFractionDigits: 1 }),
              },
              {
                id: 'before',
                header: t('factsBefore'),
                align: 'end',
                cell: ({ factsBefore }) => (isCompared ? format.number(factsBefore) : '…'),
              },
              {
                id: 'change',
                header: t('change'),
                cell: (row) => (isCompared ? <Change row={row} /> : '…'),
              },
              {
                id: 'region',
                header: t('region'),
                hideOnPhone: true,
                cell: ({ isCrossRegion }) => t(isCrossRegion ? 'yes' : 'no'),
              },
            ]}
          />
          <LoadMore
            hasMore={found.length > shown.length}
            onMore={() => setLimit(limit + 3 * page)}
            shown={shown.length}
            total={found.length}
          />
        </>
      )}
    </>
  )
}

function Change({ row: { facts, factsBefore } }: { row: TieRow }) {
  const t = useWords(tieWords)
  const format = useFormat()
  if (factsBefore === 0) return <Pill tone="good">{t('isNew')}</Pill>
  if (facts === 0) return <Pill>{t('isLost')}</Pill>
  return facts === factsBefore ? t('same') : format.number(facts - factsBefore, { signDisplay: 'exceptZero' })
}
