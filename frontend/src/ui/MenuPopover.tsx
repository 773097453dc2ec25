import type { ReactNode, RefObject } from 'react'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { MenuItemSpec } from './Menu'
import styles from './Menu.module.css'

export interface MenuPopoverProps {
  label: string
  items: readonly MenuItemSpec[]
  header?: ReactNode
  triggerRef: RefObject<HTMLElement | null>
  onClose: () => void
}

/** The open part of a Menu: fetched when one first opens. */
export function MenuPopover({ label, items, header, triggerRef, onClose }: MenuPopoverProps) {
  return (
    <Popover
      isOpen
      triggerRef={triggerRef}
      offset={6}
      className={styles.popover!}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      {header === undefined ? null : <div className={styles.header}>{header}</div>}
      <Menu aria-label={label} autoFocus="first" onAction={onClose} className={styles.menu!}>
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
      </Menu>
    </Popover>
  )
}
