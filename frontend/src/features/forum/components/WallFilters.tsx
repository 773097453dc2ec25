import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { FilterBar, type FilterField } from '@/ui/FilterBar'
import { useMedia } from '@/ui/useMedia'
import type { WallFilter } from '../board'
import type { WallTopic } from '../forum'
import { wide } from '../wide'
import { useThemeLabel } from '@/app/themes'
import { wallWords } from '../wallMessages'

export interface WallFiltersProps {
  topics: readonly WallTopic[]
  values: WallFilter
  onChange: (patch: Partial<WallFilter>) => void
  /** How many topics are found, once something narrows the wall. */
  count?: number
}

/** Finds one's way on a wall of eighty topics; everything is in the address. On a phone the rest of it opens on demand. */
export function WallFilters({ topics, values, onChange, count }: WallFiltersProps) {
  const t = useWords(wallWords)
  const label = useThemeLabel()
  const isWide = useMedia(wide)
  const [isOpen, setOpen] = useState(
    Boolean(values.theme || values.miens || values.etoiles || values.aplacer),
  )
  const themes = new Map(topics.flatMap((topic) => topic.themes).map((theme) => [theme.id, label(theme)]))
  const search: FilterField = { kind: 'search', name: 'q', label: t('search') }
  const others: FilterField[] = [
    {
      kind: 'select',
      name: 'theme',
      label: t('filterTheme'),
      any: t('allThemes'),
      options: [...themes]
        .map(([id, name]) => ({ id, label: name }))
        .toSorted((a, b) => a.label.localeCompare(b.label)),
    },
    { kind: 'toggle', name: 'miens', label: t('filterMine') },
    { kind: 'toggle', name: 'etoiles', label: t('filterStarred') },
    { kind: 'toggle', name: 'aplacer', label: t('filterUnplaced') },
  ]
  return (
    <FilterBar
      label={t('filters')}
      fields={isWide || isOpen ? [search, ...others] : [search]}
      values={{ ...values }}
      onChange={(patch) => onChange(patch as Partial<WallFilter>)}
      count={count}
    >
      {isWide ? undefined : (
        <Button
          size="s"
          variant="quiet"
          icon={<SlidersHorizontal aria-hidden="true" />}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        >
          {t('filter')}
        </Button>
      )}
    </FilterBar>
  )
}
