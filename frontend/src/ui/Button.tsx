import type { ReactNode } from 'react'
import { useId } from 'react'
import { useWords } from '@/i18n/useWords'
import styles from './Button.module.css'
import { uiWords } from './messages'
import { Anchor, Press, type PressProps } from './Press'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger' | 'signal'

interface Look {
  variant?: ButtonVariant
  size?: 's' | 'm'
  icon?: ReactNode
}

export interface ButtonProps extends Look, Omit<PressProps, 'className' | 'style' | 'children'> {
  children: ReactNode
  /** Why the act is not possible yet: the button is shown disabled, and the reason beside it. */
  reason?: string
}

/** The look of a button, for what is pressed but is not a Button. */
export function buttonLook({
  variant = 'secondary',
  size = 'm',
  isIcon = false,
}: Look & { isIcon?: boolean }): string {
  return `${styles.button} ${styles[variant]} ${styles[size]} ${isIcon ? styles.icon : ''}`
}

export function Button({ variant, size, icon, children, reason, isPending = false, ...props }: ButtonProps) {
  const t = useWords(uiWords)
  const id = useId()
  if (reason !== undefined) {
    return (
      <span className={styles.withReason}>
        <Press
          {...props}
          onPress={undefined}
          type="button"
          isDisabled
          aria-describedby={id}
          className={buttonLook({ variant, size })}
        >
          {icon}
          <span>{children}</span>
        </Press>
        <span id={id} className={styles.reason}>
          {reason}
        </span>
      </span>
    )
  }
  return (
    <Press {...props} isPending={isPending} className={buttonLook({ variant, size })}>
      {isPending ? <span className={styles.pending} role="img" aria-label={t('working')} /> : icon}
      <span>{children}</span>
    </Press>
  )
}

export interface LinkButtonProps extends Look {
  href: string
  children: ReactNode
  isExternal?: boolean
}

/** An address that looks like a button: for the one thing to do next on a page. */
export function LinkButton({ variant, size, icon, children, href, isExternal = false }: LinkButtonProps) {
  return (
    <Anchor
      href={href}
      className={buttonLook({ variant, size })}
      {...(isExternal ? { target: '_blank', rel: 'noreferrer' } : {})}
    >
      {icon}
      <span>{children}</span>
    </Anchor>
  )
}

export interface IconButtonProps extends Omit<PressProps, 'className' | 'style' | 'children' | 'aria-label'> {
  label: string
  icon: ReactNode
  variant?: ButtonVariant
  size?: 's' | 'm'
}

/** A button that is a picture: its name is spoken, and shown when pointed at. */
export function IconButton({ label, icon, variant = 'quiet', size = 'm', ...props }: IconButtonProps) {
  return (
    <span title={label} className={styles.titled}>
      <Press {...props} aria-label={label} className={buttonLook({ variant, size, isIcon: true })}>
        {icon}
      </Press>
    </span>
  )
}
