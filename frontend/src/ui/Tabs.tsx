import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs'
import styles from './Tabs.module.css'

export interface TabSpec<Id extends string> {
  id: Id
  label: string
  count?: number
  content: ReactNode
}

export interface TabsProps<Id extends string> {
  label: string
  items: readonly TabSpec<Id>[]
  selected: Id
  onSelect: (id: Id) => void
}

/** Faces of one thing, one at a time. The page keeps which one in its address. */
export function Tabs<Id extends string>({ label, items, selected, onSelect }: TabsProps<Id>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(key as Id)}
      className={styles.tabs!}
    >
      <TabList aria-label={label} className={styles.list!}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className={styles.tab!}>
            {item.label}
            {item.count === undefined ? null : <span className={styles.count}>{item.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className={styles.panel!}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
