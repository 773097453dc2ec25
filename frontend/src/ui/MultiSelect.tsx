import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { useWords } from '@/i18n/useWords'
import { CheckboxGroup } from './Checkbox'
import { fieldStyles, type FieldProps } from './Field'
import { uiWords } from './messages'
import type { Option } from './option'
import { Popover } from './Popover'

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
  hideLabel = false,
  options,
  value,
  onChange,
  placeholder,
}: MultiSelectProps<Id>) {
  const t = useWords(uiWords)
  const id = useId()
  const chosen = options.filter((option) => value.includes(option.id))
  const said =
    chosen.length === 0
      ? (placeholder ?? t('any'))
      : chosen.length === 1
        ? chosen[0]!.label
        : t('chosen', { count: chosen.length })
  return (
    <div className={fieldStyles.field}>
      <span id={id} className={hideLabel ? 'visually-hidden' : fieldStyles.label} aria-hidden="true">
        {label}
      </span>
      {help === undefined ? null : <span className={fieldStyles.help}>{help}</span>}
      <Popover
        label={`${label} : ${said}`}
        isNamedByLabel
        triggerClassName={fieldStyles.select}
        trigger={
          <>
            <span className={chosen.length === 0 ? fieldStyles.placeholder : undefined}>{said}</span>
            <ChevronDown aria-hidden="true" className={fieldStyles.chevron} />
          </>
        }
      >
        <CheckboxGroup label={label} options={options} value={value} onChange={onChange} />
      </Popover>
    </div>
  )
}
