import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { LineList } from '@/ui/Layout'
import { Menu, type MenuItemSpec } from '@/ui/Menu'
import { PersonLine } from '@/ui/PersonLine'
import { Section } from '@/ui/Section'
import { notify } from '@/ui/Toast'
import { removeTeamMemberMutation, setTeamMemberMutation } from '../acts'
import { pageWords } from '../pageMessages'
import type { Project } from '../project'
import { AddMemberDialog } from './dialogs'

type Member = Project['team'][number]

/** Who works on the project, from which centre, in which part. */
export function Team({ project }: { project: Project }) {
  const t = useWords(pageWords)
  const [isAdding, setAdding] = useState(false)
  const add = project.viewerCanManageTeam ? (
    <Button size="s" icon={<UserPlus aria-hidden="true" />} onPress={() => setAdding(true)}>
      {t('addMember')}
    </Button>
  ) : undefined
  return (
    <Section
      title={t('team')}
      actions={add}
      lead={project.viewerCanManageTeam ? t('signedCentres') : undefined}
    >
      {project.team.length === 0 ? (
        <EmptyState title={t('teamEmpty')} />
      ) : (
        <LineList label={t('team')}>
          {project.team.map((member) => (
            <li key={member.id}>
              <MemberLine project={project} member={member} />
            </li>
          ))}
        </LineList>
      )}
      <AddMemberDialog project={project} isOpen={isAdding} onClose={() => setAdding(false)} />
    </Section>
  )
}

function MemberLine({ project, member }: { project: Project; member: Member }) {
  const t = useWords(pageWords)
  const viewer = useViewer()
  const [set] = useAct(setTeamMemberMutation)
  const [remove] = useAct(removeTeamMemberMutation)
  const { staffMember, role } = member
  const isOneself = staffMember.id === viewer.staffMember.id
  const isColleague = staffMember.centre?.id === viewer.staffMember.centre?.id
  // A director of a partner centre speaks for their own people only; whoever may edit speaks for all.
  const mayManage = project.viewerCanManageTeam && (project.viewerCanEdit || isColleague)
  const isOpen = ['DRAFT', 'CONSULTATION', 'COMMITTED', 'RUNNING', 'SUSPENDED'].includes(project.state)
  const leads = project.team.filter((other) => other.role === 'LEAD').length
  const isLastLead = role === 'LEAD' && leads === 1
  const input = { jointProjectId: project.id, staffMemberId: staffMember.id }

  const change = async (to: Member['role']) => {
    const done = await set({ ...input, role: to })
    if (done.ok) notify({ tone: 'good', text: t('roleSet', { name: staffMember.name }) })
  }
  const leave = async () => {
    const done = await remove(input)
    if (done.ok) notify({ tone: 'good', text: t('memberRemoved', { name: staffMember.name }) })
  }
  const items: MenuItemSpec[] = [
    ...(mayManage && role === 'MEMBER'
      ? [{ id: 'lead', label: t('makeLead'), onAction: () => void change('LEAD') }]
      : []),
    ...(mayManage && role === 'LEAD' && !isLastLead
      ? [{ id: 'member', label: t('makeMember'), onAction: () => void change('MEMBER') }]
      : []),
    ...((mayManage || (isOneself && isOpen)) && !isLastLead
      ? [
          {
            id: 'remove',
            label: t(isOneself ? 'leaveTeam' : 'removeMember'),
            isDanger: true,
            onAction: () => void leave(),
          },
        ]
      : []),
  ]
  return (
    <PersonLine
      name={staffMember.name}
      href={addresses.person(staffMember.id)}
      detail={[t(`teamRole.${role}`), staffMember.centre?.shortName].filter(Boolean).join(' · ')}
      actions={
        items.length === 0 ? undefined : (
          <Menu label={t('memberActs', { name: staffMember.name })} items={items} />
        )
      }
    />
  )
}
