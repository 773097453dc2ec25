import { LayoutGrid, Table2 } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useWords } from '@/i18n/useWords'
import { groupWords } from '../messages'
import styles from './ViewSwitch.module.css'

interface Shown {
  vue?: string
}

/** Whether the address of a list asks for the table. */
export function isTable({ vue }: Shown): boolean {
  return vue === 'tableau'
}

export interface ViewSwitchProps {
  search: Shown
  change: (patch: Shown) => void
}

/** Cards to meet things, a table to compare them; in the address, where cards go without saying. */
export function ViewSwitch({ search, change }: ViewSwitchProps) {
  const t = useWords(groupWords)
  return (
    <ToggleButtonGroup
      aria-label={t('view')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[isTable(search) ? 'tableau' : 'cartes']}
      onSelectionChange={(keys) => change({ vue: keys.has('tableau') ? 'tableau' : undefined })}
      className={styles.switch!}
    >
      <ToggleButton id="cartes" className={styles.button!}>
        <LayoutGrid aria-hidden="true" />
        {t('cards')}
      </ToggleButton>
      <ToggleButton id="tableau" className={styles.button!}>
        <Table2 aria-hidden="true" />
        {t('table')}
      </ToggleButton>
    </ToggleButtonGroup>
  )
}
