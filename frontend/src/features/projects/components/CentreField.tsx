import { useState } from 'react'
import { useWatch, type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { useWords } from '@/i18n/useWords'
import { FormComboBox } from '@/ui/FormComboBox'
import { termsWords } from '../termsMessages'
import { useCentreFilter, useCentres } from './useCentres'

const searchedFrom = 100

export interface CentreFieldProps<Values extends FieldValues, Sent extends FieldValues> {
  form: UseFormReturn<Values, unknown, Sent>
  name: FieldPath<Values>
  /** Centres that cannot be chosen: those already in the project. */
  without: readonly string[]
}

/** A centre found by typing: among all of them while they are few, by the server's search when they are many. */
export function CentreField<Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
  without,
}: CentreFieldProps<Values, Sent>) {
  const t = useWords(termsWords)
  const [search, setSearch] = useState('')
  const chosen = useWatch({ control: form.control, name }) as string | null
  const named = useCentreFilter(chosen ?? undefined)
  const isMany = named.length >= searchedFrom
  const found = useCentres(isMany ? search : '')
  const options = found.options.filter(({ id }) => id === chosen || !without.includes(id))
  const shown =
    chosen === null || options.some(({ id }) => id === chosen)
      ? options
      : [...named.filter(({ id }) => id === chosen), ...options]
  return (
    <FormComboBox
      form={form}
      name={name}
      label={t('centre')}
      help={t('centreHelp')}
      options={shown}
      isRequired
      {...(isMany ? { onSearch: setSearch, isLoading: found.isLoading } : {})}
    />
  )
}
