import { Map as MapIcon } from 'lucide-react'
import { useId, useState } from 'react'
import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { FranceMap } from '@/ui/FranceMap'
import type { CentrePoint } from '../centres'
import { centreWords } from '../messages'
import styles from './CentresMap.module.css'

export interface CentresMapProps {
  centres: readonly CentrePoint[]
  /** How many are found; the map may show fewer. */
  total: number
  region?: string
  onRegion: (region: string | undefined) => void
  highlighted?: string
  onPoint: (id: string | undefined) => void
  /** Folded until it is asked for: where it would push the list out of sight. */
  isFoldable: boolean
}

/** Where the centres that are found are. Pressing a region narrows the list to it; pressing it again widens it. */
export function CentresMap({
  centres,
  total,
  region,
  onRegion,
  highlighted,
  onPoint,
  isFoldable,
}: CentresMapProps) {
  const t = useWords(centreWords)
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const isShown = !isFoldable || isOpen
  return (
    <div className={styles.side}>
      {isFoldable ? (
        <Button
          icon={<MapIcon aria-hidden="true" />}
          size="s"
          aria-expanded={isOpen}
          aria-controls={id}
          onPress={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'hideMap' : 'showMap')}
        </Button>
      ) : null}
      <div id={id} hidden={!isShown} className={styles.map}>
        {isShown ? (
          <>
            <FranceMap
              label={t('map')}
              points={centres.map(({ id, shortName, city, latitude, longitude }) => ({
                id,
                latitude,
                longitude,
                label: `${shortName}, ${city}`,
                href: addresses.centre(id),
              }))}
              selected={region}
              onSelect={(code) => onRegion(code === region ? undefined : code)}
              highlighted={highlighted}
              lit={centres.find((centre) => centre.id === highlighted)?.regions}
              onPoint={onPoint}
            />
            <p className={styles.help}>
              {t('mapHelp')} {total > centres.length ? t('mapPart', { count: centres.length }) : null}
            </p>
          </>
        ) : null}
      </div>
    </div>
  )
}
