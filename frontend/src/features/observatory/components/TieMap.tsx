import { useContext } from 'react'
import { addresses } from '@/app/addresses'
import { Navigate } from '@/ui/currentPath'
import { FranceMap } from '@/ui/FranceMap'
import { project } from '@/ui/map/project'
import type { Observatory } from '../observatory'
import styles from './TieMap.module.css'

export interface TieMapProps {
  label: string
  centres: Observatory['centres']
  ties: Observatory['ties']
  /** Opens the facts behind a tie. */
  href: (a: string, b: string) => string
}

/** The ties where the centres are. A line is bent a little, so that two that overlap can be told apart. */
export function TieMap({ label, centres, ties, href }: TieMapProps) {
  const navigate = useContext(Navigate)
  const places = new Map(
    centres.map(({ centreId, longitude, latitude }) => [centreId, project(longitude, latitude)] as const),
  )
  const heaviest = Math.max(1, ...ties.map(({ weight }) => weight))
  return (
    <div className={styles.map}>
      <FranceMap
        label={label}
        points={centres.map(({ centreId, name, longitude, latitude }) => ({
          id: centreId,
          longitude,
          latitude,
          label: name,
          href: addresses.centre(centreId),
        }))}
      >
        {/* Each of them is a line of the table, which the keyboard reaches. */}
        <g aria-hidden="true">
          {[...ties]
            .sort((x, y) => x.weight - y.weight)
            .map(({ centreId, otherCentreId, weight }) => {
              const from = places.get(centreId)
              const to = places.get(otherCentreId)
              if (from === undefined || to === undefined) return null
              const d = bent(from, to)
              return (
                <g key={`${centreId} ${otherCentreId}`}>
                  <path
                    d={d}
                    className={styles.tie}
                    strokeWidth={1 + 5 * (weight / heaviest)}
                    opacity={0.35 + 0.5 * (weight / heaviest)}
                  />
                  <path
                    d={d}
                    className={styles.reach}
                    onClick={() => navigate?.(href(centreId, otherCentreId))}
                  />
                </g>
              )
            })}
        </g>
      </FranceMap>
    </div>
  )
}

function bent([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  const [middleX, middleY] = [(x1 + x2) / 2, (y1 + y2) / 2]
  const bend = 0.12
  return `M${x1},${y1}Q${middleX - (y2 - y1) * bend},${middleY + (x2 - x1) * bend} ${x2},${y2}`
}
