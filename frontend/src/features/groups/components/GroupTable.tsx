import { addresses } from '@/app/addresses'
import { readFragment, type FragmentOf } from '@/app/graphql'
import { useStates } from '@/app/states'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { StatePill } from '@/ui/StatePill'
import { Table, type Column } from '@/ui/Table'
import { groupWords } from '../messages'
import { groupCard, LastNews, NextMilestone, type GroupSummary } from './GroupCard'
import { GroupHealth } from './GroupHealth'
import styles from './GroupTable.module.css'

export type GroupOrder = 'LAST_ACTIVITY' | 'QUIETEST' | 'NAME' | 'NEWEST'

export interface GroupTableProps {
  groups: readonly FragmentOf<typeof groupCard>[]
  order: GroupOrder
  onOrder: (order: GroupOrder) => void
}

/** Groups side by side, to compare them. */
export function GroupTable({ groups, order, onOrder }: GroupTableProps) {
  const t = useWords(groupWords)
  const say = useStates()
  const columns: Column<GroupSummary, GroupOrder>[] = [
    {
      id: 'name',
      header: t('name'),
      sort: 'NAME',
      isRowHeader: true,
      cell: (group) => (
        <Link href={addresses.group(group.id)} className={styles.name}>
          {group.name}
        </Link>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      cell: (group) => (
        <span className={styles.pill}>
          <StatePill {...say('WorkingGroup', group.state)} />
        </span>
      ),
    },
    {
      id: 'health',
      header: t('health'),
      cell: (group) => (
        <span className={styles.pill}>
          <GroupHealth group={group} />
        </span>
      ),
    },
    {
      id: 'lead',
      header: t('leadBy'),
      cell: ({ lead }) =>
        lead === null ? (
          t('noLead')
        ) : (
          <span className={styles.lead}>
            <Link href={addresses.person(lead.staffMember.id)} quiet>
              {lead.staffMember.name}
            </Link>
            <span className={styles.centre}>{lead.staffMember.centre?.shortName}</span>
          </span>
        ),
    },
    {
      id: 'people',
      header: t('people'),
      cell: (group) => t('size', { people: group.memberCount, centres: group.centreCount }),
      hideOnPhone: true,
    },
    { id: 'next', header: t('next'), cell: (group) => <NextMilestone milestone={group.nextMilestone} /> },
    {
      id: 'news',
      header: t('news'),
      sort: 'LAST_ACTIVITY',
      cell: (group) => <LastNews update={group.lastUpdate} bare />,
    },
  ]
  return (
    <Table
      label={t('title')}
      columns={columns}
      rows={groups.map((group) => readFragment(groupCard, group))}
      rowKey={(group) => group.id}
      sort={{ by: order, descending: order === 'LAST_ACTIVITY' }}
      onSort={onOrder}
    />
  )
}
