import { ChevronDown } from 'lucide-react'
import { Suspense, useId } from 'react'
import { useWords } from '@/i18n/useWords'
import { fieldStyles, type FieldProps } from './fieldStyles'
import { later } from './later'
import { uiWords } from './messages'
import type { Option } from './option'
import { Popover } from './Popover'
import { Skeleton } from './Skeleton'

const Choices = later(async () => (await import('./Choices')).Choices)

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
        <Suspense fallback={<Skeleton lines={4} />}>
          <Choices
            label={label}
            options={options}
            value={value}
            onChange={(chosen) => onChange(chosen as Id[])}
          />
        </Suspense>
      </Popover>
    </div>
  )
}
