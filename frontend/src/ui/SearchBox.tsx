import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { useWords } from '@/i18n/useWords'
import { FieldFrame } from './FieldFrame'
import { fieldStyles } from './fieldStyles'
import { uiWords } from './messages'
import { Press } from './Press'

export interface SearchBoxProps {
  label: string
  value: string
  onChange: (value: string) => void
}

/** What a list is narrowed by: the device's own search field, emptied by its button or by Escape. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const t = useWords(uiWords)
  const field = useRef<HTMLInputElement>(null)
  const clear = () => {
    onChange('')
    field.current?.focus()
  }
  return (
    <FieldFrame label={label}>
      {(control) => (
        <span className={fieldStyles.search} data-empty={value === '' || undefined}>
          <Search aria-hidden="true" />
          <input
            {...control}
            ref={field}
            type="search"
            value={value}
            autoComplete="off"
            maxLength={100}
            className={fieldStyles.input}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || value === '') return
              event.preventDefault()
              clear()
            }}
          />
          <Press tabIndex={-1} className={fieldStyles.clearButton} aria-label={t('clear')} onPress={clear}>
            <X aria-hidden="true" />
          </Press>
        </span>
      )}
    </FieldFrame>
  )
}
