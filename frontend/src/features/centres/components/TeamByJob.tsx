import { addresses } from '@/app/addresses'
import { jobs, useJob } from '@/features/people/components/job'
import { PersonLine } from '@/ui/PersonLine'
import type { CentrePageData } from '../centre'
import styles from './TeamByJob.module.css'

type Person = CentrePageData['staffMembers']['nodes'][number]

/** A team, one job family after the other. */
export function TeamByJob({ people }: { people: readonly Person[] }) {
  const job = useJob()
  return (
    <div className={styles.team}>
      {jobs
        .map((name) => ({ name, members: people.filter((person) => person.job === name) }))
        .filter(({ members }) => members.length > 0)
        .map(({ name, members }) => (
          <div key={name}>
            <h3 className={styles.job}>{job(name)}</h3>
            <ul className={styles.people}>
              {members.map((person) => (
                <li key={person.id}>
                  <PersonLine name={person.name} href={addresses.person(person.id)} size="s" />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  )
}
