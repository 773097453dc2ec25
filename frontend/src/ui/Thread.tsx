import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Link } from './Link'
import { threadUiWords } from './threadMessages'
import { StatePill, type State } from './StatePill'
import styles from './Thread.module.css'
import { ThreadGlyph, threadKindWords, type ThreadKind } from './ThreadGlyph'
import { threadRows, type ThreadEdge, type ThreadRow } from './threadRows'

export interface ThreadNode {
  /** Its place in the thread: unique here, and what edges name. */
  id: string
  kind: ThreadKind
  title: string
  href?: string
  state?: State
  /** When it happened. */
  at?: string
  note?: string
}

export interface ThreadProps {
  nodes: readonly ThreadNode[]
  edges: readonly ThreadEdge[]
  /** The node of the object whose page this is. */
  current?: string
}

const lane = 1.75

/**
 * Le fil: where a thing comes from and what it became, both ways. The one drawing of it in the product. To the ear it is a
 * list in which each step says what it comes from and what it became.
 */
export function Thread({ nodes, edges, current }: ThreadProps) {
  const t = useWords(threadUiWords)
  const format = useFormat()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const rows = threadRows(
    nodes.map((node) => node.id),
    edges,
  )
  const width = Math.max(1, ...rows.map((row) => row.width))
  const titles = (ids: string[]) => format.list(ids.flatMap((id) => byId.get(id)?.title ?? []))

  return (
    <ol className={styles.thread} aria-label={t('threadLabel')} style={{ '--lanes': width } as object}>
      {rows.map((row) => {
        const node = byId.get(row.id)!
        const isHere = row.id === current
        const from = edges.filter((edge) => edge.to === row.id).map((edge) => edge.from)
        const into = edges.filter((edge) => edge.from === row.id).map((edge) => edge.to)
        return (
          <li
            key={row.id}
            className={`${styles.step} ${isHere ? styles.here : ''}`}
            aria-current={isHere || undefined}
          >
            <Lines row={row} kind={node.kind} isHere={isHere} />
            <div className={styles.text}>
              <span className={styles.kind}>
                {t(threadKindWords[node.kind])}
                {node.at === undefined ? null : (
                  <time dateTime={node.at} className={styles.date}>
                    {format.date(node.at, 'dayShort')}
                  </time>
                )}
              </span>
              <span className={styles.title}>
                {node.href === undefined || isHere ? (
                  node.title
                ) : (
                  <Link href={node.href} quiet>
                    {node.title}
                  </Link>
                )}
              </span>
              {node.note === undefined ? null : <span className={styles.note}>{node.note}</span>}
              {node.state === undefined && !isHere ? null : (
                <span className={styles.pills}>
                  {node.state === undefined ? null : <StatePill {...node.state} />}
                  {isHere ? <span className={styles.hereMark}>{t('threadHere')}</span> : null}
                </span>
              )}
              <span className="visually-hidden">
                {from.length === 0 ? '' : ` ${t('threadFrom', { titles: titles(from) })}.`}
                {into.length === 0 ? '' : ` ${t('threadInto', { titles: titles(into) })}.`}
              </span>
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** The part of the drawing that belongs to one row: lines are boxes, so a row may be as high as its text. */
function Lines({ row, kind, isHere }: { row: ThreadRow; kind: ThreadKind; isHere: boolean }) {
  const x = (index: number) => `${index * lane + lane / 2}rem`
  return (
    <span className={styles.lines} aria-hidden="true">
      {row.through.map((index) => (
        <span key={`t${index}`} className={styles.through} style={{ insetInlineStart: x(index) }} />
      ))}
      {row.fromAbove ? <span className={styles.above} style={{ insetInlineStart: x(row.lane) }} /> : null}
      {row.toBelow ? <span className={styles.below} style={{ insetInlineStart: x(row.lane) }} /> : null}
      {row.merges.map((index) => (
        <span
          key={`m${index}`}
          className={index > row.lane ? styles.mergeRight : styles.mergeLeft}
          style={{
            insetInlineStart: x(Math.min(index, row.lane)),
            width: `${Math.abs(index - row.lane) * lane}rem`,
          }}
        />
      ))}
      {row.forks.map((index) => (
        <span
          key={`f${index}`}
          className={index > row.lane ? styles.forkRight : styles.forkLeft}
          style={{
            insetInlineStart: x(Math.min(index, row.lane)),
            width: `${Math.abs(index - row.lane) * lane}rem`,
          }}
        />
      ))}
      <span
        className={`${styles.knot} ${isHere ? styles.knotHere : ''}`}
        style={{ insetInlineStart: x(row.lane) }}
      >
        <ThreadGlyph kind={kind} />
      </span>
    </span>
  )
}
