import { useDeferredValue, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { ChosenPeople } from '@/ui/ChosenPeople'
import { ComboBox } from '@/ui/ComboBox'
import { harvestWords } from '../harvestMessages'
import styles from './PeoplePicker.module.css'

const peopleQuery = graphql(`
  query PeopleToCarryOn($search: String!) {
    staffMembers(filter: { search: $search }, first: 8) {
      nodes {
        id
        name
        centre {
          id
          shortName
        }
      }
    }
  }
`)

export interface Person {
  id: string
  name: string
}

export interface PeoplePickerProps {
  label: string
  help?: string
  value: readonly Person[]
  onChange: (people: Person[]) => void
  /** Who is proposed before anything is typed: those who were there. */
  near: readonly (Person & { centre?: { shortName: string } | null })[]
  max: number
}

/** Several people of the network, found by name. */
export function PeoplePicker({ label, help, value, onChange, near, max }: PeoplePickerProps) {
  const t = useWords(harvestWords)
  const [term, setTerm] = useState('')
  // A person chosen empties the field: it starts anew.
  const [turn, setTurn] = useState(0)
  const search = useDeferredValue(term.trim())
  const isSearch = search.length >= 2
  const [{ data, fetching }] = useQuery({
    query: peopleQuery,
    variables: { search },
    pause: !isSearch,
  })
  const found = isSearch ? (data?.staffMembers.nodes ?? []) : near
  const options = found
    .filter(({ id }) => value.every((person) => person.id !== id))
    .map(({ id, name, centre }) => ({ id, label: name, note: centre?.shortName }))
  return (
    <div className={styles.picker} role="group" aria-label={label}>
      <ChosenPeople
        label={label}
        people={value}
        remove={(name) => t('remove', { name })}
        onChange={onChange}
      />
      {value.length >= max ? (
        <p className={styles.full}>{t('carriersFull')}</p>
      ) : (
        <ComboBox
          key={turn}
          label={label}
          help={help}
          options={options}
          value={null}
          onSearch={setTerm}
          isLoading={isSearch && fetching}
          placeholder={t('carriersSearch')}
          onChange={(id) => {
            const person = found.find((each) => each.id === id)
            if (person === undefined) return
            onChange([...value, { id: person.id, name: person.name }])
            setTerm('')
            setTurn((count) => count + 1)
          }}
        />
      )}
    </div>
  )
}
