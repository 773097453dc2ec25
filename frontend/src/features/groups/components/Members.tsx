import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql, readFragment, type ResultOf } from '@/app/graphql'
import { useLive } from '@/app/live'
import { useWords } from '@/i18n/useWords'
import { CentreBadge } from '@/ui/CentreBadge'
import { EmptyState } from '@/ui/EmptyState'
import { LineList, Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { Pager } from '@/ui/Pager'
import { Section } from '@/ui/Section'
import { groupWords } from '../messages'
import { streamWords } from '../streamMessages'
import { Applicants } from './Applicants'
import { InviteMember } from './InviteMember'
import { LeaveButton } from './Joining'
import { MemberLine, memberLine, type Member } from './MemberLine'
import styles from './Members.module.css'

const membersQuery = graphql(
  `
    query GroupMembers($id: ID!, $first: Int!, $after: String) {
      workingGroup(id: $id) {
        id
        name
        state
        memberCount
        viewerCanInvite
        viewerCanLeave
        viewerMembership {
          id
          state
          role
        }
        members(filter: { states: [MEMBER] }, first: $first, after: $after) {
          nodes {
            id
            ...MemberLine
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
        invited: members(filter: { states: [INVITED] }, first: 100) {
          nodes {
            id
            ...MemberLine
          }
        }
      }
    }
  `,
  [memberLine],
)

type Found = NonNullable<ResultOf<typeof membersQuery>['workingGroup']>

const page = 100
const alive = new Set<string>(['FORMING', 'ACTIVE', 'DORMANT'])

type Centre = Member['staffMember']['centre']

/** People under their centres, in the order they come: leads first, then by how long they have been there. */
function byCentre(members: readonly Member[]): { centre: Centre; members: Member[] }[] {
  const found = new Map<string | undefined, { centre: Centre; members: Member[] }>()
  for (const member of members) {
    const { centre } = member.staffMember
    const part = found.get(centre?.id) ?? { centre, members: [] }
    part.members.push(member)
    found.set(centre?.id, part)
  }
  return [...found.values()]
}

/** Who is in the group, centre by centre; who asks to come in, who has been asked. */
export function Members({ groupId }: { groupId: string }) {
  const t = useWords(streamWords)
  const [after, setAfter] = useState<string>()
  const [result, ask] = useQuery({ query: membersQuery, variables: { id: groupId, first: page, after } })
  const again = () => ask({ requestPolicy: 'network-only' })
  useLive({ workingGroupId: groupId }, (facts) => {
    if (facts.some(({ verb }) => verb.startsWith('MEMBER_'))) again()
  })
  return (
    <Loaded result={result} find={(data) => data.workingGroup} onRetry={again}>
      {(group) => {
        const members = group.members.nodes.map((member) => readFragment(memberLine, member))
        const invited = group.invited.nodes.map((member) => readFragment(memberLine, member))
        return (
          <Stack>
            {group.viewerCanInvite ? <InviteMember groupId={groupId} /> : null}
            <Applicants groupId={groupId} />
            <Section title={t('people')} count={group.memberCount}>
              {members.length === 0 ? (
                <EmptyState level={2} title={t('membersEmpty')}>
                  {t(group.viewerCanInvite ? 'membersEmptyText' : 'membersEmptyRead')}
                </EmptyState>
              ) : (
                <ul className={styles.centres}>
                  {byCentre(members).map((part) => (
                    <li key={part.centre?.id ?? ''} className={styles.centre}>
                      <h3 className={styles.name}>
                        {part.centre === null ? (
                          t('noCentre')
                        ) : (
                          <CentreBadge name={part.centre.shortName} href={addresses.centre(part.centre.id)} />
                        )}
                      </h3>
                      <LineList>
                        {part.members.map((member) => (
                          <li key={member.id}>
                            <MemberLine member={member} />
                          </li>
                        ))}
                      </LineList>
                    </li>
                  ))}
                </ul>
              )}
              <Pager
                hasNext={group.members.pageInfo.hasNextPage}
                onNext={() => setAfter(group.members.pageInfo.endCursor ?? undefined)}
                hasPrevious={after !== undefined}
                onFirst={() => setAfter(undefined)}
                shown={members.length}
                total={group.memberCount}
              />
            </Section>
            {invited.length === 0 ? null : (
              <Section title={t('invited')} count={invited.length}>
                <LineList>
                  {invited.map((member) => (
                    <li key={member.id}>
                      <MemberLine member={member} withCentre />
                    </li>
                  ))}
                </LineList>
              </Section>
            )}
            <Leaving group={group} />
          </Stack>
        )
      }}
    </Loaded>
  )
}

/** Whoever is in may leave; the last lead hands over first, as long as the group lives. */
function Leaving({ group }: { group: Found }) {
  const t = useWords(groupWords)
  const { viewerMembership: own, viewerCanLeave, state } = group
  if (own?.state !== 'MEMBER') return null
  const isLastLead = !viewerCanLeave && own.role === 'LEAD' && alive.has(state)
  if (!viewerCanLeave && !isLastLead) return null
  return (
    <div>
      <LeaveButton
        group={group}
        kind="leave"
        variant="quiet"
        reason={isLastLead ? t('lastLead') : undefined}
      />
    </div>
  )
}
