import { X } from 'lucide-react'
import styles from './ChosenPeople.module.css'
import { Press } from './Press'

export interface ChosenPeopleProps<Person> {
  label: string
  people: readonly Person[]
  /** What the button that takes one out again is called. */
  remove: (name: string) => string
  onChange: (people: Person[]) => void
}

/** Those who have been chosen, each with the way to take them out again. Nothing while nobody is. */
export function ChosenPeople<Person extends { id: string; name: string }>({
  label,
  people,
  remove,
  onChange,
}: ChosenPeopleProps<Person>) {
  if (people.length === 0) return null
  return (
    <ul className={styles.people} aria-label={label}>
      {people.map(({ id, name }) => (
        <li key={id} className={styles.person}>
          {name}
          <Press
            className={styles.remove!}
            aria-label={remove(name)}
            onPress={() => onChange(people.filter((person) => person.id !== id))}
          >
            <X aria-hidden="true" />
          </Press>
        </li>
      ))}
    </ul>
  )
}
