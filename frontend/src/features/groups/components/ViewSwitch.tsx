import { LayoutGrid, Table2 } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useWords } from '@/i18n/useWords'
import { groupWords } from '../messages'
import styles from './ViewSwitch.module.css'

export type View = 'cartes' | 'tableau'

/** Cards to meet things, a table to compare them. */
export function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const t = useWords(groupWords)
  return (
    <ToggleButtonGroup
      aria-label={t('view')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={(keys) => {
        const [chosen] = keys
        if (chosen !== undefined) onChange(chosen as View)
      }}
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
