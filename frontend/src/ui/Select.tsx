import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import { useWords } from '@/i18n/useWords'
import { FieldFrame } from './FieldFrame'
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
  options,
  value,
  onChange,
  onBlur,
  name,
  placeholder,
  inputRef,
  ...frame
}: SelectProps<Id>) {
  const t = useWords(uiWords)
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <span className={fieldStyles.selectFrame}>
          <select
            {...control}
            ref={inputRef}
            name={name}
            className={`${fieldStyles.select} ${value === null ? fieldStyles.placeholder : ''}`}
            value={value ?? ''}
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
      )}
    </FieldFrame>
  )
}
