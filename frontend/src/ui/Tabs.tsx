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

/** Brings a tab into sight in its row, and moves nothing else. */
function reveal(tab: HTMLElement | null): void {
  const row = tab?.parentElement
  if (tab === null || row === null || row === undefined) return
  if (tab.offsetLeft < row.scrollLeft) row.scrollLeft = tab.offsetLeft
  const excess = tab.offsetLeft + tab.offsetWidth - row.clientWidth
  if (excess > row.scrollLeft) row.scrollLeft = excess
}

/** Faces of one thing, one at a time. The page keeps which one in its address. Where they are wider than the page, the chosen one is in sight. */
export function Tabs<Id extends string>({ label, items, selected, onSelect }: TabsProps<Id>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(key as Id)}
      className={styles.tabs!}
    >
      <TabList aria-label={label} className={styles.list!}>
        {items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            ref={item.id === selected ? reveal : undefined}
            className={styles.tab!}
          >
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
