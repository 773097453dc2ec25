import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useHealthFacts } from '@/app/states'
import { HealthPill } from '@/ui/HealthPill'
import { groupTab, type GroupTab } from '../addresses'

export const groupHealth = graphql(`
  fragment GroupHealth on WorkingGroup {
    id
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

/** How a group is doing, with the facts behind it, each leading to what clears it. */
export function GroupHealth({ group }: { group: FragmentOf<typeof groupHealth> }) {
  const say = useHealthFacts()
  const { id, health, healthFacts } = readFragment(groupHealth, group)
  const facts = healthFacts.map((fact) => {
    const remedy = remedies[fact.code]
    return { text: say(fact), href: remedy === undefined ? undefined : groupTab(id, remedy) }
  })
  return <HealthPill health={health} facts={facts} />
}
