import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { IconButton } from './Button'
import styles from './Menu.module.css'

export interface MenuItemSpec {
  id: string
  label: string
  icon?: ReactNode
  href?: string
  onAction?: () => void
  isDanger?: boolean
}

export interface MenuProps {
  /** What the menu holds: the name of its button, unless `trigger` brings another. */
  label: string
  items: readonly MenuItemSpec[]
  trigger?: ReactNode
  /** Shown above the items, and not part of them. */
  header?: ReactNode
}

/** Acts that need not always be in sight. */
export function Menu({ label, items, trigger, header }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger ?? <IconButton label={label} icon={<Ellipsis aria-hidden="true" />} />}
      <Popover className={styles.popover!} offset={6}>
        {header === undefined ? null : <div className={styles.header}>{header}</div>}
        <AriaMenu aria-label={label} className={styles.menu!}>
          {items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              href={item.href}
              onAction={item.onAction}
              textValue={item.label}
              className={`${styles.item} ${item.isDanger === true ? styles.danger : ''}`}
            >
              {item.icon}
              <span>{item.label}</span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
