import type { FieldValues } from 'react-hook-form'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { FormComboBox } from '@/ui/FormComboBox'
import type { Option } from '@/ui/option'
import type { FormFieldProps } from '@/ui/useFormField'
import { useSearchTerm } from './useSearchTerm'

const peopleQuery = graphql(`
  query PickPeople($search: String) {
    staffMembers(filter: { search: $search }, first: 12) {
      nodes {
        id
        name
        job
        centre {
          id
          shortName
        }
      }
    }
  }
`)

export interface PersonPickerProps {
  label: string
  help?: string
  isRequired?: boolean
  /** People who are there before anything is typed: oneself, for instance. */
  first?: readonly Option[]
}

/** One person of the network, found by typing a part of their name. */
export function PersonPicker<Values extends FieldValues, Sent extends FieldValues>({
  form,
  name,
  first = [],
  ...props
}: FormFieldProps<Values, Sent> & PersonPickerProps) {
  const [term, type] = useSearchTerm()
  const [{ data, fetching }] = useQuery({
    query: peopleQuery,
    variables: { search: term.length < 2 ? undefined : term },
  })
  const matches = (label: string) => label.toLocaleLowerCase().includes(term.toLocaleLowerCase())
  const found = (data?.staffMembers.nodes ?? [])
    .filter(({ job }) => job !== 'GUEST')
    .map((person): Option => ({
      id: person.id,
      label: person.name,
      note: person.centre?.shortName,
    }))
  const options = [
    ...first.filter(({ label }) => matches(label)),
    ...found.filter(({ id }) => first.every((option) => option.id !== id)),
  ]
  return (
    <FormComboBox form={form} name={name} {...props} options={options} onSearch={type} isLoading={fetching} />
  )
}
