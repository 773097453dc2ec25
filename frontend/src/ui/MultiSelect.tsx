import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { useWords } from '@/i18n/useWords'
import { FieldHelp, FieldLabel, fieldStyles, type FieldProps } from './Field'
import { uiWords } from './messages'
import type { Option } from './option'
import { OptionList } from './OptionList'

export interface MultiSelectProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[]
  value: readonly Id[]
  onChange: (value: Id[]) => void
  placeholder?: string
}

/** Several of a few, in the room of one field: for filters. In a form, use CheckboxGroup. */
export function MultiSelect<Id extends string>({
  label,
  help,
  hideLabel,
  options,
  value,
  onChange,
  placeholder,
  ...props
}: MultiSelectProps<Id>) {
  const t = useWords(uiWords)
  const chosen = options.filter((option) => value.includes(option.id))
  return (
    <AriaSelect
      {...props}
      selectionMode="multiple"
      value={[...value]}
      onChange={(keys) => onChange(keys as Id[])}
      className={fieldStyles.field}
    >
      <FieldLabel label={label} isRequired={props.isRequired} hideLabel={hideLabel} />
      <FieldHelp help={help} />
      <Button className={fieldStyles.select}>
        <SelectValue>
          {() =>
            chosen.length === 0 ? (
              <span className={fieldStyles.placeholder}>{placeholder ?? t('any')}</span>
            ) : chosen.length === 1 ? (
              chosen[0]!.label
            ) : (
              t('chosen', { count: chosen.length })
            )
          }
        </SelectValue>
        <ChevronDown aria-hidden="true" className={fieldStyles.chevron} />
      </Button>
      <OptionList options={options} />
    </AriaSelect>
  )
}
