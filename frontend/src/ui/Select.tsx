import { ChevronDown } from 'lucide-react'
import { useId, type Ref } from 'react'
import { useWords } from '@/i18n/useWords'
import { fieldStyles, type FieldProps } from './fieldStyles'
import { uiWords } from './messages'
import type { Option } from './option'

export interface SelectProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (value: Id) => void
  onBlur?: () => void
  name?: string
  placeholder?: string
  inputRef?: Ref<HTMLSelectElement>
}

/**
 * One of a few. It is the device's own list: the one its owner knows, the best there is on a phone, and it weighs nothing. More
 * than twenty: use ComboBox.
 */
export function Select<Id extends string>({
  label,
  help,
  error,
  hideLabel = false,
  isRequired = false,
  isDisabled = false,
  options,
  value,
  onChange,
  onBlur,
  name,
  placeholder,
  inputRef,
}: SelectProps<Id>) {
  const t = useWords(uiWords)
  const id = useId()
  const described = [help === undefined ? '' : `${id}-help`, error === undefined ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ')
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
      <span className={fieldStyles.selectFrame}>
        <select
          id={id}
          ref={inputRef}
          name={name}
          className={`${fieldStyles.select} ${value === null ? fieldStyles.placeholder : ''}`}
          value={value ?? ''}
          disabled={isDisabled}
          aria-required={isRequired || undefined}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={described === '' ? undefined : described}
          onChange={(event) => onChange(event.target.value as Id)}
          onBlur={onBlur}
        >
          {value === null ? (
            <option value="" disabled>
              {placeholder ?? t('selectPlaceholder')}
            </option>
          ) : null}
          {options.map((option) => (
            <option key={option.id} value={option.id}>
              {option.note === undefined ? option.label : `${option.label} · ${option.note}`}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" className={fieldStyles.chevron} />
      </span>
      {error === undefined ? null : (
        <span id={`${id}-error`} className={fieldStyles.error}>
          {error}
        </span>
      )}
    </div>
  )
}
