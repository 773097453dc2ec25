import { Suspense, useMemo } from 'react'
import { addresses } from '@/app/addresses'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { EmptyState } from '@/ui/EmptyState'
import { Columns } from '@/ui/Layout'
import { later } from '@/ui/later'
import { Link } from '@/ui/Link'
import { Matrix } from '@/ui/Matrix'
import { NetworkDrawing } from '@/ui/NetworkPicture'
import { Section } from '@/ui/Section'
import { Select } from '@/ui/Select'
import { Skeleton } from '@/ui/Skeleton'
import { Table } from '@/ui/Table'
import { Tabs } from '@/ui/Tabs'
import { observatoryHref, type ObservatorySearch } from '../links'
import type { Observatory } from '../observatory'
import { tieWords } from '../tieMessages'
import { ofKind, pairKey, strengths, strongest, tieKinds, usualStrength, type TieRow } from '../ties'
import styles from './Ties.module.css'

const TieTable = later(async () => (await import('./TieTable')).TieTable)
const TieMap = later(async () => (await import('./TieMap')).TieMap)

const views = ['reseau', 'matrice', 'carte', 'tableau'] as const
type View = (typeof views)[number]

/** The server names at most so many centres. */
const foremost = 30

export interface TiesProps {
  observatory: Observatory
  rows: readonly TieRow[]
  isCompared: boolean
  search: ObservatorySearch
  onSearch: (patch: ObservatorySearch) => void
}

/** Who works with whom: the same ties as a network, a matrix, a map and a table. */
export function Ties({ observatory, rows, isCompared, search, onSearch }: TiesProps) {
  const t = useWords(tieWords)
  const { centres, ties } = observatory
  const view: View = views.find((one) => one === search.vue) ?? 'reseau'
  const strength = strengths.find((one) => one === search.force) ?? usualStrength(ties.length)
  const kind = tieKinds.find((one) => one === search.liens) ?? 'tous'
  const href = (a: string, b: string) => observatoryHref(search, { a, b }, '#liens')
  const facts = useMemo(
    () => new Map(ties.map((tie) => [pairKey(tie.centreId, tie.otherCentreId), tie.factCount])),
    [ties],
  )
  const drawn = useMemo(() => strongest(ties, strength), [ties, strength])
  const { nodes, links } = useMemo(
    () => ({
      nodes: centres.map(({ centreId, shortName, weight }) => ({
        id: centreId,
        label: shortName,
        href: addresses.centre(centreId),
        weight,
      })),
      // All of them place the knots, so that these stay where they are when fewer lines are drawn.
      links: ties.map((tie) => ({
        source: tie.centreId,
        target: tie.otherCentreId,
        weight: tie.weight,
        href: observatoryHref(search, { a: tie.centreId, b: tie.otherCentreId }, '#liens'),
        isDrawn: drawn.includes(tie),
      })),
    }),
    [centres, ties, drawn, search],
  )
  const heads = centres.map(({ centreId, shortName }) => ({
    id: centreId,
    label: shortName,
    href: addresses.centre(centreId),
  }))
  const name = new Map(heads.map(({ id, label }) => [id, label]))
  const choice = (
    <div className={styles.choice}>
      <Select
        label={t('strengths')}
        options={strengths.map((id) => ({ id, label: t(`strength.${id}`) }))}
        value={strength}
        onChange={(force) => onSearch({ force })}
      />
      {drawn.length === ties.length ? null : (
        <p className={styles.hint}>{t('drawn', { drawn: drawn.length, count: ties.length })}</p>
      )}
    </div>
  )
  return (
    <div id="liens" className={styles.place}>
      <Section
        title={t('title')}
        lead={
          centres.length < foremost ? t('lead') : `${t('lead')} ${t('foremost', { count: centres.length })}`
        }
      >
        {ties.length === 0 && view !== 'tableau' ? (
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        ) : (
          <Tabs
            label={t('views')}
            selected={view}
            onSelect={(vue) => onSearch({ vue: vue === 'reseau' ? undefined : vue })}
            items={[
              {
                id: 'reseau',
                label: t('network'),
                content: (
                  <div className={styles.stack}>
                    {choice}
                    <NetworkDrawing label={t('networkLabel')} nodes={nodes} links={links} />
                    <p className={styles.hint}>{t('networkHint')}</p>
                  </div>
                ),
              },
              {
                id: 'matrice',
                label: t('matrix'),
                content: (
                  <Matrix
                    label={t('matrixLabel')}
                    rows={heads}
                    columns={heads}
                    value={(a, b) => facts.get(pairKey(a, b)) ?? 0}
                    href={href}
                    describe={(a, b, count) =>
                      t('cell', { a: name.get(a) ?? '', b: name.get(b) ?? '', facts: count })
                    }
                  />
                ),
              },
              {
                id: 'carte',
                label: t('map'),
                content: (
                  <div className={styles.stack}>
                    {choice}
                    <Columns
                      isEven
                      main={
                        <Suspense fallback={<Skeleton lines={12} />}>
                          <TieMap label={t('mapLabel')} centres={centres} ties={drawn} href={href} />
                        </Suspense>
                      }
                      aside={<Strongest rows={rows} href={href} />}
                    />
                  </div>
                ),
              },
              {
                id: 'tableau',
                label: t('table'),
                count: ties.length,
                content: (
                  <div className={styles.stack}>
                    <Suspense fallback={<Skeleton lines={12} />}>
                      {' '}
                      <TieTable
                        rows={rows}
                        isCompared={isCompared}
                        kind={kind}
                        onKind={(liens) => onSearch({ liens: liens === 'tous' ? undefined : liens })}
                        href={href}
                      />
                    </Suspense>
                  </div>
                ),
              },
            ]}
          />
        )}
      </Section>
    </div>
  )
}

const named = 12

/** The ties that stand out on the map, in words; all of them are in the table. */
function Strongest({ rows, href }: { rows: readonly TieRow[]; href: (a: string, b: string) => string }) {
  const t = useWords(tieWords)
  const format = useFormat()
  return (
    <Section title={t('strongest')} level={3}>
      <Table
        label={t('strongest')}
        rows={ofKind(rows, 'tous').slice(0, named)}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'pair',
            header: t('pair'),
            isRowHeader: true,
            cell: ({ a, b }) => (
              <Link href={href(a.id, b.id)}>{t('pairOf', { a: a.label, b: b.label })}</Link>
            ),
          },
          { id: 'facts', header: t('facts'), align: 'end', cell: ({ facts }) => format.number(facts) },
          {
            id: 'weight',
            header: t('strength'),
            align: 'end',
            cell: ({ weight }) => format.number(weight, { maximumFractionDigits: 1 }),
          },
        ]}
      />
    </Section>
  )
}
