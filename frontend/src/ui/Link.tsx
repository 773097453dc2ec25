import { useContext, type ReactNode } from 'react'
import { Preload } from './currentPath'
import styles from './Link.module.css'
import { Anchor } from './Press'

interface LinkProps {
  href: string
  children: ReactNode
  /** Keeps the colour of the text around it; underlined when pointed at. For titles of cards and rows. */
  quiet?: boolean
  className?: string
  'aria-label'?: string
  'aria-current'?: 'page' | 'true'
  /** Opens elsewhere: an address outside of the product. */
  isExternal?: boolean
}

/** A link to any address. Inside the product it goes there without reloading. */
export function Link({ quiet = false, className, isExternal = false, ...props }: LinkProps) {
  const preload = useContext(Preload)
  return (
    <Anchor
      {...props}
      {...(isExternal ? { target: '_blank', rel: 'noreferrer' } : {})}
      onHoverStart={preload === null || isExternal ? undefined : () => preload(props.href)}
      className={className ?? (quiet ? styles.quiet! : styles.link!)}
    />
  )
}
