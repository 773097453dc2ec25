import { Ellipsis } from 'lucide-react'
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react'
import { buttonLook } from './Button'
import { Press } from './Press'

const loadPopover = () => import('./MenuPopover')
const MenuPopover = lazy(async () => ({ default: (await loadPopover()).MenuPopover }))

export interface MenuItemSpec {
  id: string
  label: string
  icon?: ReactNode
  href?: string
  onAction?: () => void
  isDanger?: boolean
}

export interface MenuProps {
  /** What the menu holds; the name of its button when `trigger` has no words. */
  label: string
  items: readonly MenuItemSpec[]
  /** What is inside the button; three dots unless said. */
  trigger?: ReactNode
  /** The button's look when it is not the plain round one. */
  triggerClassName?: string
  /** Whether the words inside the button name it; otherwise `label` does. */
  isNamedByTrigger?: boolean
  /** Shown above the items, and not part of them. */
  header?: ReactNode
}

/** Acts that need not always be in sight. What opens is fetched when one points at the button. */
export function Menu({
  label,
  items,
  trigger,
  triggerClassName,
  isNamedByTrigger = false,
  header,
}: MenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Press
        ref={button}
        aria-label={isNamedByTrigger ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        className={triggerClassName ?? buttonLook({ variant: 'quiet', isIcon: true })}
        onHoverStart={() => void loadPopover()}
        onFocus={() => void loadPopover()}
        onPress={() => setOpen(true)}
      >
        {trigger ?? <Ellipsis aria-hidden="true" />}
      </Press>
      {isOpen ? (
        <Suspense>
          <MenuPopover
            label={label}
            items={items}
            header={header}
            triggerRef={button}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
