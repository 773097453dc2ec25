import { useState } from 'react'
import { readFragment, type FragmentOf } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { journalWords } from '../messages'
import { EventLine, eventLine, quoted } from './EventLine'
import styles from './EventList.module.css'

type Fact = FragmentOf<typeof eventLine>

const hour = 3_600_000
const day = 24 * hour

/**
 * Facts of one kind, by one person, close together are one thing that happened: twelve people put on a team in a minute, or
 * what several do by turns in the same hour. What someone wrote always stands for itself.
 */
export function runsOf(facts: readonly Fact[]): Fact[][] {
  const runs: Fact[][] = []
  for (const fact of facts) {
    const last = runs.at(-1)
    const run = runs.findLast((run) => belongs(fact, run[0]!, run === last ? day : hour))
    if (run === undefined) runs.push([fact])
    else run.push(fact)
  }
  return runs
}

function belongs(fact: Fact, first: Fact, within: number): boolean {
  const a = readFragment(eventLine, fact)
  const b = readFragment(eventLine, first)
  return (
    a.verb === b.verb &&
    a.actor?.id === b.actor?.id &&
    !quoted.has(a.verb) &&
    Math.abs(Date.parse(a.at) - Date.parse(b.at)) < within
  )
}

/** Facts alike: the latest, and how many more, which open in place. */
export function EventRun({ facts, about }: { facts: readonly Fact[]; about?: string }) {
  const t = useWords(journalWords)
  const [isOpen, setOpen] = useState(false)
  const [first, ...others] = facts
  if (first === undefined) return null
  return (
    <div className={styles.run}>
      <EventLine event={first} about={about} />
      {isOpen
        ? others.map((fact) => (
            <EventLine key={readFragment(eventLine, fact).id} event={fact} about={about} />
          ))
        : null}
      {others.length === 0 ? null : (
        <div className={styles.more}>
          <Button size="s" variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? t('fewer') : t('more', { count: others.length })}
          </Button>
        </div>
      )}
    </div>
  )
}
