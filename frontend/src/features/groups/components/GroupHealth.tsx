import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useHealthFacts } from '@/app/states'
import { HealthPill } from '@/ui/HealthPill'
import { groupTab, type GroupTab } from '../addresses'

export const groupHealth = graphql(`
  fragment GroupHealth on WorkingGroup {
    id
    state
    health
    healthFacts {
      code
      since
      count
    }
  }
`)

/** Where on the group's page one clears each fact. */
const remedies: Record<string, GroupTab | undefined> = {
  NO_LEAD: 'membres',
  ONE_CENTRE: 'membres',
  OVERDUE_MILESTONES: 'jalons',
  QUIET: 'fil',
  AUTHOR_WORRIED: 'fil',
}

/** Whether something is expected of a group in this state. */
export function isAtWork(state: string): boolean {
  return state === 'FORMING' || state === 'ACTIVE'
}

/** How a group at work is doing, with the facts behind it, each leading to what clears it. Nothing is expected of the others. */
export function GroupHealth({ group }: { group: FragmentOf<typeof groupHealth> }) {
  const say = useHealthFacts()
  const { id, state, health, healthFacts } = readFragment(groupHealth, group)
  if (!isAtWork(state)) return null
  const facts = healthFacts.map((fact) => {
    const remedy = remedies[fact.code]
    return { text: say(fact), href: remedy === undefined ? undefined : groupTab(id, remedy) }
  })
  return <HealthPill health={health} facts={facts} />
}
