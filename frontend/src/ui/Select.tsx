import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { useWords } from '@/i18n/useWords'
import { FieldFault, FieldHelp, FieldLabel, fieldStyles, type FieldProps } from './Field'
import { uiWords } from './messages'
import type { Option } from './option'
import { OptionList } from './OptionList'

export interface SelectProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (value: Id) => void
  onBlur?: () => void
  placeholder?: string
  inputRef?: Ref<HTMLButtonElement>
}

/** One of a few. More than twenty: use ComboBox. */
export function Select<Id extends string>({
  label,
  help,
  error,
  hideLabel,
  options,
  value,
  onChange,
  placeholder,
  inputRef,
  ...props
}: SelectProps<Id>) {
  const t = useWords(uiWords)
  return (
    <AriaSelect
      {...props}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(key as Id)
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      placeholder={placeholder ?? t('selectPlaceholder')}
      className={fieldStyles.field}
    >
      <FieldLabel label={label} isRequired={props.isRequired} hideLabel={hideLabel} />
      <FieldHelp help={help} />
      <Button ref={inputRef} className={fieldStyles.select}>
        <SelectValue>
          {({ isPlaceholder, defaultChildren }) =>
            isPlaceholder ? (
              <span className={fieldStyles.placeholder}>{defaultChildren}</span>
            ) : (
              options.find((option) => option.id === value)?.label
            )
          }
        </SelectValue>
        <ChevronDown aria-hidden="true" className={fieldStyles.chevron} />
      </Button>
      <FieldFault error={error} />
      <OptionList options={options} />
    </AriaSelect>
  )
}
