import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { useWords } from '@/i18n/useWords'
import styles from './Field.module.css'
import { uiWords } from './messages'

/** What every field shares: the label above, the help under it, the error beside what it is about. */
export interface FieldProps {
  label: string
  help?: ReactNode
  error?: string
  isRequired?: boolean
  isDisabled?: boolean
  /** The label is spoken and not shown: only where the place already says it, as in a search bar. */
  hideLabel?: boolean
}

export const fieldStyles = styles as Record<keyof typeof styles & string, string>

export function FieldLabel({
  label,
  isRequired,
  hideLabel,
}: Pick<FieldProps, 'label' | 'isRequired' | 'hideLabel'>) {
  const t = useWords(uiWords)
  return (
    <Label className={hideLabel === true ? 'visually-hidden' : styles.label!}>
      {label}
      {isRequired === true ? <span className={styles.required}> {t('required')}</span> : null}
    </Label>
  )
}

export function FieldHelp({ help }: Pick<FieldProps, 'help'>) {
  if (help === undefined) return null
  return (
    <Text slot="description" className={styles.help!}>
      {help}
    </Text>
  )
}

export function FieldFault({ error }: Pick<FieldProps, 'error'>) {
  return <FieldError className={styles.error!}>{error}</FieldError>
}
