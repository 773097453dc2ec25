import { useContext, useMemo, useState } from 'react'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Navigate } from './currentPath'
import { Link } from './Link'
import { pictureWords } from './pictureMessages'
import { layOut, type NetworkLink, type NetworkNode, type PlacedNode } from './networkLayout'
import styles from './NetworkPicture.module.css'
import { SvgLink } from './SvgLink'
import { Table } from './Table'
import { Tabs } from './Tabs'

export interface NetworkPictureProps {
  label: string
  nodes: readonly NetworkNode[]
  links: readonly NetworkLink[]
}

const size = { width: 860, height: 560 }

/** Who is tied to whom: as a picture, or as the table of the same ties. */
export function NetworkPicture({ label, nodes, links }: NetworkPictureProps) {
  const t = useWords(pictureWords)
  const [face, setFace] = useState<'picture' | 'table'>('picture')
  return (
    <Tabs
      label={label}
      selected={face}
      onSelect={setFace}
      items={[
        {
          id: 'picture',
          label: t('picture'),
          content: <NetworkDrawing label={label} nodes={nodes} links={links} />,
        },
        { id: 'table', label: t('table'), content: <TieTable label={label} nodes={nodes} links={links} /> },
      ]}
    />
  )
}

/** The picture alone, for a page that shows the same ties as a table beside it. */
export function NetworkDrawing({ label, nodes, links }: NetworkPictureProps) {
  const navigate = useContext(Navigate)
  const [pointed, setPointed] = useState<string>()
  const placed = useMemo(() => layOut(nodes, links, size.width, size.height), [nodes, links])
  const byId = new Map(placed.map((node) => [node.id, node]))
  const heaviest = Math.max(1, ...links.map((link) => link.weight))
  const near = new Set(
    pointed === undefined
      ? []
      : [
          pointed,
          ...links.flatMap(({ source, target }) =>
            source === pointed ? [target] : target === pointed ? [source] : [],
          ),
        ],
  )
  const isFaint = (...ids: string[]) => pointed !== undefined && !ids.every((id) => near.has(id))
  return (
    <div className={styles.frame}>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="group"
        aria-label={label}
        className={styles.picture}
        onPointerLeave={() => setPointed(undefined)}
      >
        <g aria-hidden="true">
          {links.map((link) => {
            const from = byId.get(link.source)
            const to = byId.get(link.target)
            if (from === undefined || to === undefined || link.isDrawn === false) return null
            const isOff = pointed !== undefined && link.source !== pointed && link.target !== pointed
            const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
            return (
              <g key={`${link.source} ${link.target}`}>
                <line
                  {...ends}
                  strokeWidth={1 + 7 * (link.weight / heaviest)}
                  className={`${styles.tie} ${isOff ? styles.off : ''} ${pointed !== undefined && !isOff ? styles.on : ''}`}
                />
                {/* For a mouse or a finger; by keyboard one opens a tie from the table. */}
                {link.href === undefined ? null : (
                  <line {...ends} className={styles.tieReach} onClick={() => navigate?.(link.href!)} />
                )}
              </g>
            )
          })}
        </g>
        {placed.map((node) => (
          <g key={node.id} onPointerEnter={() => setPointed(node.id)} onFocus={() => setPointed(node.id)}>
            <SvgLink
              href={node.href}
              label={node.label}
              className={`${styles.node} ${isFaint(node.id) ? styles.off : ''}`}
            >
              <circle cx={node.x} cy={node.y} r={Math.max(16, node.radius + 4)} className={styles.reach} />
              <circle
                cx={node.x}
                cy={node.y}
                r={node.radius}
                className={`${styles.knot} ${styles[`group${(node.group ?? 0) % 4}`]}`}
              />
              <text {...labelPlace(node)} className={styles.label}>
                {node.label}
              </text>
            </SvgLink>
          </g>
        ))}
      </svg>
    </div>
  )
}

/** A label stands under its knot; near an edge it turns inwards rather than being cut. */
function labelPlace({ x, y, radius, label }: PlacedNode) {
  const half = label.length * 4.2
  const y1 = y + radius + 15
  if (x + half > size.width - 8) return { x: size.width - 8, y: y1, textAnchor: 'end' as const }
  if (x - half < 8) return { x: 8, y: y1, textAnchor: 'start' as const }
  return { x, y: y1, textAnchor: 'middle' as const }
}

function TieTable({ label, nodes, links }: NetworkPictureProps) {
  const t = useWords(pictureWords)
  const format = useFormat()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const name = (id: string) => byId.get(id)?.label ?? id
  const rows = [...links].sort((a, b) => b.weight - a.weight)
  return (
    <Table
      label={label}
      rows={rows}
      rowKey={(link) => `${link.source} ${link.target}`}
      columns={[
        {
          id: 'tie',
          header: t('tie'),
          isRowHeader: true,
          cell: ({ source, target, href }) => {
            const text = `${name(source)} – ${name(target)}`
            return href === undefined ? text : <Link href={href}>{text}</Link>
          },
        },
        {
          id: 'strength',
          header: t('strength'),
          align: 'end',
          cell: ({ weight }) => format.number(weight, { maximumFractionDigits: 1 }),
        },
      ]}
    />
  )
}
