import type { ReactNode } from 'react'
import { useWords } from '@/i18n/useWords'
import styles from './FranceMap.module.css'
import { project } from './map/project'
import { mapSize, regions } from './map/regions'
import { pictureWords } from './pictureMessages'
import { SvgLink } from './SvgLink'

export interface MapPoint {
  id: string
  longitude: number
  latitude: number
  label: string
  /** Where it leads; a point of the page one is on leads nowhere. */
  href?: string
}

export interface FranceMapProps {
  label: string
  points?: readonly MapPoint[]
  /** The region that is chosen. */
  selected?: string
  onSelect?: (region: string) => void
  /** A number per region, to shade it; the page shows the same figures in a list. */
  values?: Readonly<Record<string, number>>
  /** The point pointed at elsewhere, in the list beside. */
  highlighted?: string
  /** The regions pointed at elsewhere. */
  lit?: readonly string[]
  /** The point one is on, by mouse or by keyboard, for the list beside to show; none when one leaves it. */
  onPoint?: (id: string | undefined) => void
  /** Drawn over the regions and under the points, in the map's own units: see `project`. */
  children?: ReactNode
}

/** The chosen region is drawn last, so that its outline lies over its neighbours'. */
function inFront(selected: string | undefined) {
  return [...regions].sort((a, b) => Number(a.code === selected) - Number(b.code === selected))
}

/**
 * The regions of France, overseas ones in boxes. A picture of what the list beside it says: regions and points can be pressed
 * with a mouse or a finger and reached by keyboard, and nothing is only here.
 */
export function FranceMap({
  label,
  points = [],
  selected,
  onSelect,
  values,
  highlighted,
  lit,
  onPoint,
  children,
}: FranceMapProps) {
  const t = useWords(pictureWords)
  const highest = Math.max(1, ...Object.values(values ?? {}))
  const shade = (code: string) => {
    const value = values?.[code] ?? 0
    return value === 0 ? 0 : Math.ceil((value / highest) * 4)
  }
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${mapSize.width} ${mapSize.height}`}
        role="group"
        aria-label={label}
        className={styles.map}
      >
        <g>
          {inFront(selected).map((region) => {
            const isSelected = region.code === selected
            const look = `${styles.region} ${styles[`shade${shade(region.code)}`]} ${isSelected ? styles.selected : ''} ${lit?.includes(region.code) === true ? styles.lit : ''}`
            return (
              <g key={region.code}>
                {region.inset === undefined ? null : (
                  <rect
                    x={region.inset[0]}
                    y={region.inset[1]}
                    width={region.inset[2]}
                    height={region.inset[3]}
                    rx="8"
                    className={styles.inset}
                  />
                )}
                {onSelect === undefined ? (
                  <path d={region.path} className={look} aria-hidden="true" />
                ) : (
                  <path
                    d={region.path}
                    className={`${look} ${styles.pressable}`}
                    role="button"
                    tabIndex={0}
                    aria-label={region.name}
                    aria-pressed={isSelected}
                    onClick={() => onSelect(region.code)}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter' && event.key !== ' ') return
                      event.preventDefault()
                      onSelect(region.code)
                    }}
                  >
                    <title>{region.name}</title>
                  </path>
                )}
              </g>
            )
          })}
        </g>
        <text x="16" y="630" className={styles.overseas} aria-hidden="true">
          {t('overseas')}
        </text>
        {children}
        <g>
          {points.map((point) => {
            const [x, y] = project(point.longitude, point.latitude)
            return (
              <g
                key={point.id}
                onPointerEnter={() => onPoint?.(point.id)}
                onPointerLeave={() => onPoint?.(undefined)}
                onFocus={() => onPoint?.(point.id)}
                onBlur={() => onPoint?.(undefined)}
              >
                <PointLink
                  point={point}
                  className={`${styles.point} ${point.id === highlighted ? styles.highlighted : ''}`}
                >
                  <title>{point.label}</title>
                  <circle cx={x} cy={y} r="16" className={styles.reach} />
                  <circle cx={x} cy={y} r={point.id === highlighted ? 10 : 6.5} className={styles.dot} />
                </PointLink>
              </g>
            )
          })}
        </g>
      </svg>
    </figure>
  )
}

function PointLink({
  point,
  className,
  children,
}: {
  point: MapPoint
  className: string
  children: ReactNode
}) {
  if (point.href === undefined) return <g className={styles.highlighted}>{children}</g>
  return (
    <SvgLink href={point.href} label={point.label} className={className}>
      {children}
    </SvgLink>
  )
}
