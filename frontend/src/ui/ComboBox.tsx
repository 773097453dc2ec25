import { lazy, Suspense, type Ref } from 'react'
import { fieldStyles, type FieldProps } from './fieldStyles'
import type { Option } from './option'

const ComboBoxView = lazy(async () => ({ default: (await import('./ComboBoxView')).ComboBoxView }))

export interface ComboBoxProps extends FieldProps {
  options: readonly Option[]
  value: string | null
  onChange: (value: string | null) => void
  onBlur?: () => void
  /** When the options come from the server: called with what is typed, and the options are shown as they are given. */
  onSearch?: (term: string) => void
  isLoading?: boolean
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
}

/** One of many, found by typing. It is fetched when one appears: until then its place is kept. */
export function ComboBox(props: ComboBoxProps) {
  return (
    <Suspense
      fallback={
        <div className={fieldStyles.field} aria-hidden="true">
          <span className={props.hideLabel === true ? 'visually-hidden' : fieldStyles.label}>
            {props.label}
          </span>
          <span className={fieldStyles.select} />
        </div>
      }
    >
      <ComboBoxView {...props} />
    </Suspense>
  )
}
