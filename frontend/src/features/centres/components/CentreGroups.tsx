import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { LineList } from '@/ui/Layout'
import { Line } from '@/ui/Line'
import { Link } from '@/ui/Link'
import { StatePill } from '@/ui/StatePill'
import type { CentrePageData } from '../centre'
import { centreWords } from '../messages'

/** The groups in which a centre's team has members, the latest activity first. */
export function CentreGroups({ groups }: { groups: CentrePageData['workingGroups']['nodes'] }) {
  const t = useWords(centreWords)
  const say = useStates()
  return (
    <LineList label={t('workingGroups')}>
      {groups.map((group) => (
        <Line
          key={group.id}
          name={
            <Link href={addresses.group(group.id)} quiet>
              {group.name}
            </Link>
          }
          note={t('groupSize', { people: group.memberCount, centres: group.centreCount })}
        >
          <StatePill {...say('WorkingGroup', group.state)} />
        </Line>
      ))}
    </LineList>
  )
}
