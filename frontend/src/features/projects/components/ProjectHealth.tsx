import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useHealthFacts } from '@/app/states'
import { HealthPill } from '@/ui/HealthPill'

export const projectHealth = graphql(`
  fragment ProjectHealth on JointProject {
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

/** Where each fact is cleared, on the project's page. */
const tabOf: Record<string, string> = {
  UNSIGNED: 'engagements',
  RECONFIRM: 'engagements',
  NO_REPORT: 'points',
  AUTHOR_WORRIED: 'points',
}

/** How a project is doing, with its reasons. Nothing is said of one that nothing is expected of yet, or any more. */
export function ProjectHealth({ project }: { project: FragmentOf<typeof projectHealth> }) {
  const { id, state, health, healthFacts } = readFragment(projectHealth, project)
  const say = useHealthFacts()
  if (health === 'UNKNOWN' && state !== 'RUNNING') return null
  return (
    <HealthPill
      health={health}
      facts={healthFacts.map((fact) => ({
        text: say(fact),
        href: `${addresses.project(id)}?onglet=${tabOf[fact.code] ?? 'engagements'}`,
      }))}
    />
  )
}
