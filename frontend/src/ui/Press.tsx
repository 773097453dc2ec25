import { useContext, type ComponentProps, type FocusEvent, type MouseEvent, type PointerEvent } from 'react'
import { Navigate } from './currentPath'

interface Felt {
  /** A mouse or a pen comes over it; a finger does not. */
  onHoverStart?: () => void
}

/** The marks that the style sheets know: what is under a mouse, and what the keyboard is on. */
function felt(onHoverStart: (() => void) | undefined) {
  return {
    onPointerEnter: ({ currentTarget, pointerType }: PointerEvent<HTMLElement>) => {
      if (pointerType === 'touch') return
      currentTarget.dataset.hovered = 'true'
      onHoverStart?.()
    },
    onPointerLeave: ({ currentTarget }: PointerEvent<HTMLElement>) => {
      delete currentTarget.dataset.hovered
    },
  }
}

function onKeyboardFocus({ currentTarget }: FocusEvent<HTMLElement>) {
  if (currentTarget.matches(':focus-visible')) currentTarget.dataset.focusVisible = 'true'
}

function onBlur({ currentTarget }: FocusEvent<HTMLElement>) {
  delete currentTarget.dataset.focusVisible
}

export interface PressProps
  extends Felt, Omit<ComponentProps<'button'>, 'disabled' | 'onClick' | 'onBlur' | 'onFocus'> {
  onPress?: () => void
  onFocus?: () => void
  isDisabled?: boolean
  /** What was pressed is going on: it keeps the focus, and cannot be pressed again. */
  isPending?: boolean
}

/** What is pressed, without a look: the browser's own button, for the first page must be light. */
export function Press({
  onPress,
  onHoverStart,
  onFocus,
  isDisabled = false,
  isPending = false,
  ...props
}: PressProps) {
  return (
    <button
      type="button"
      {...props}
      {...(isDisabled ? {} : felt(onHoverStart))}
      disabled={isDisabled}
      aria-disabled={isPending || undefined}
      data-disabled={isDisabled || undefined}
      data-pending={isPending || undefined}
      onFocus={(event) => {
        onKeyboardFocus(event)
        onFocus?.()
      }}
      onBlur={onBlur}
      onClick={(event) => {
        // Nor does a form send itself twice.
        if (isPending) return event.preventDefault()
        // Safari leaves the focus where it was; what opens must know where to give it back.
        if (document.activeElement !== event.currentTarget) event.currentTarget.focus({ preventScroll: true })
        onPress?.()
      }}
    />
  )
}

export interface AnchorProps
  extends Felt, Omit<ComponentProps<'a'>, 'href' | 'onClick' | 'onBlur' | 'onFocus'> {
  href: string
}

/** An address, without a look. Inside the product one goes there without reloading, unless a new tab was asked for. */
export function Anchor({ href, onHoverStart, children, ...props }: AnchorProps) {
  const navigate = useContext(Navigate)
  return (
    <a
      {...props}
      {...felt(onHoverStart)}
      href={href}
      onFocus={onKeyboardFocus}
      onBlur={onBlur}
      onClick={(event) => {
        if (navigate === null || !staysHere(event)) return
        event.preventDefault()
        navigate(href)
      }}
    >
      {children}
    </a>
  )
}

/** Whether following a link keeps to this tab and to the product. */
function staysHere(event: MouseEvent<HTMLAnchorElement>): boolean {
  const { target, origin, download } = event.currentTarget
  return (
    !event.defaultPrevented &&
    event.button === 0 &&
    !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) &&
    (target === '' || target === '_self') &&
    download === '' &&
    origin === location.origin
  )
}
