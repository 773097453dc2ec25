import { Search, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { useWords } from '@/i18n/useWords'
import { FieldLabel } from './Field'
import { fieldStyles } from './fieldStyles'
import { uiWords } from './messages'

export interface SearchFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  onSubmit?: (value: string) => void
  placeholder?: string
  hideLabel?: boolean
  autoFocus?: boolean
}

/** What one looks for. The label is spoken; the magnifying glass says it to the eye. */
export function SearchField({ label, placeholder, hideLabel = true, ...props }: SearchFieldProps) {
  const t = useWords(uiWords)
  return (
    <AriaSearchField {...props} className={fieldStyles.field}>
      <FieldLabel label={label} hideLabel={hideLabel} />
      <span className={fieldStyles.search} data-empty={props.value === '' || undefined}>
        <Search aria-hidden="true" />
        <Input placeholder={placeholder ?? (hideLabel ? label : undefined)} className={fieldStyles.input} />
        <Button className={fieldStyles.clearButton} aria-label={t('clear')}>
          <X aria-hidden="true" />
        </Button>
      </span>
    </AriaSearchField>
  )
}
