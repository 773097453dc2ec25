import { useContext, type ReactNode } from 'react'
import { Navigate } from './currentPath'

/** A link inside a drawing: goes there without reloading, or in a new tab when asked. */
export function SvgLink({
  href,
  label,
  className,
  children,
}: {
  href: string
  label: string
  className: string
  children: ReactNode
}) {
  const navigate = useContext(Navigate)
  return (
    <a
      href={href}
      aria-label={label}
      className={className}
      onClick={(event) => {
        if (navigate === null || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0)
          return
        event.preventDefault()
        navigate(href)
      }}
    >
      {children}
    </a>
  )
}
