import { SlidersHorizontal, X } from 'lucide-react'
import { Fragment, useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from './Button'
import styles from './FilterBar.module.css'
import { uiWords } from './messages'
import { MultiSelect } from './MultiSelect'
import type { Option } from './option'
import { SearchBox } from './SearchBox'
import { Select } from './Select'
import { Switch } from './Switch'

export type FilterField =
  | { kind: 'search'; name: string; label: string }
  | { kind: 'select'; name: string; label: string; options: readonly Option[]; any?: string }
  | { kind: 'multi'; name: string; label: string; options: readonly Option[] }
  | { kind: 'toggle'; name: string; label: string }

export type FilterValues = Record<string, unknown>

export interface FilterBarProps {
  label: string
  fields: readonly FilterField[]
  /** What the address says. */
  values: FilterValues
  /** Goes to the address; undefined leaves it. */
  onChange: (patch: FilterValues) => void
  /** How many things are found, spoken when it changes. */
  count?: number
  /** How what is found is shown: its order, its look. */
  children?: ReactNode
}

const any = '*'

/** What narrows a list, all of it in the page's address. */
export function FilterBar({ label, fields, values, onChange, count, children }: FilterBarProps) {
  const t = useWords(uiWords)
  const active = fields.filter(({ name }) => {
    const value = values[name]
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== false
  })
  // On a phone a search stays in sight, and many other fields wait behind a button.
  const [isOpen, setOpen] = useState(false)
  const isFolding = fields.length > 3 && fields.some(({ kind }) => kind === 'search')
  const folded = active.filter(({ kind }) => kind !== 'search').length
  return (
    <div role="search" aria-label={label} className={styles.bar}>
      <div className={`${styles.fields} ${isFolding && !isOpen ? styles.folded : ''}`}>
        {fields.map((field) => (
          <Fragment key={field.name}>
            <div className={styles[field.kind]}>
              <FilterControl
                field={field}
                value={values[field.name]}
                onChange={(value) => onChange({ [field.name]: value })}
              />
            </div>
            {isFolding && field.kind === 'search' ? (
              <div className={styles.fold}>
                <Button
                  icon={<SlidersHorizontal aria-hidden="true" />}
                  aria-expanded={isOpen}
                  onPress={() => setOpen(!isOpen)}
                >
                  {folded === 0 ? t('filters') : t('filtersChosen', { count: folded })}
                </Button>
              </div>
            ) : null}
          </Fragment>
        ))}
      </div>
      <div className={styles.foot}>
        <span role="status" className={styles.count}>
          {count === undefined ? '' : t('results', { count })}
        </span>
        {active.length === 0 ? null : (
          <Button
            variant="quiet"
            size="s"
            icon={<X aria-hidden="true" />}
            onPress={() => onChange(Object.fromEntries(fields.map(({ name }) => [name, undefined])))}
          >
            {t('clearFilters')}
          </Button>
        )}
        {children === undefined ? null : <div className={styles.shown}>{children}</div>}
      </div>
    </div>
  )
}

function FilterControl({
  field,
  value,
  onChange,
}: {
  field: FilterField
  value: unknown
  onChange: (value: unknown) => void
}) {
  const t = useWords(uiWords)
  switch (field.kind) {
    case 'search':
      return (
        <PatientSearch
          label={field.label}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      )
    case 'select':
      return (
        <Select
          label={field.label}
          options={[{ id: any, label: field.any ?? t('any') }, ...field.options]}
          value={typeof value === 'string' && value !== '' ? value : any}
          onChange={(chosen) => onChange(chosen === any ? undefined : chosen)}
        />
      )
    case 'multi':
      return (
        <MultiSelect
          label={field.label}
          options={field.options}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={(chosen) => onChange(chosen.length === 0 ? undefined : chosen)}
        />
      )
    case 'toggle':
      return (
        <Switch isSelected={value === true} onChange={(chosen) => onChange(chosen || undefined)}>
          {field.label}
        </Switch>
      )
  }
}

const pause = 300

/** A search that asks once one stops typing, and follows the address when one goes back. */
function PatientSearch({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (value: unknown) => void
}) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  const tell = useEffectEvent(onChange)
  if (known !== value) {
    setKnown(value)
    if (text.trim() !== value) setText(value)
  }
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === value) return
    const timer = setTimeout(() => tell(wanted === '' ? undefined : wanted), pause)
    return () => clearTimeout(timer)
  }, [text, value])
  return <SearchBox label={label} value={text} onChange={setText} />
}
