import { useId, type ReactNode } from 'react'
import { useWords } from '@/i18n/useWords'
import { fieldStyles, type FieldProps } from './fieldStyles'
import { uiWords } from './messages'

/** What ties the device's own control to its label, its help and its error. */
export interface Control {
  id: string
  disabled: boolean
  'aria-required': true | undefined
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** The label above a control of the device, the help under it, the error beside what it is about. */
export function FieldFrame({
  label,
  help,
  error,
  hideLabel = false,
  isRequired = false,
  isDisabled = false,
  children,
}: FieldProps & {
  children: (control: Control) => ReactNode
}) {
  const t = useWords(uiWords)
  const id = useId()
  const described = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`].filter(
    Boolean,
  )
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : fieldStyles.label}>
        {label}
        {isRequired ? <span className={fieldStyles.required}> {t('required')}</span> : null}
      </label>
      {help === undefined ? null : (
        <span id={`${id}-help`} className={fieldStyles.help}>
          {help}
        </span>
      )}
      {children({
        id,
        disabled: isDisabled,
        'aria-required': isRequired || undefined,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
      })}
      {error === undefined ? null : (
        <span id={`${id}-error`} className={fieldStyles.error}>
          {error}
        </span>
      )}
    </div>
  )
}
