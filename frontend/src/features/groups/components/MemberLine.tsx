import { addresses } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Menu } from '@/ui/Menu'
import { PersonLine } from '@/ui/PersonLine'
import { notify } from '@/ui/Toast'
import { streamWords } from '../streamMessages'
import styles from './Members.module.css'

export const memberLine = graphql(`
  fragment MemberLine on Membership {
    id
    state
    role
    since
    viewerCanSetRole
    staffMember {
      id
      name
      centre {
        id
        shortName
      }
    }
  }
`)

export type Member = ResultOf<typeof memberLine>

const roleMutation = graphql(
  `
    mutation SetMemberRole($input: SetMemberRoleInput!) {
      setMemberRole(input: $input) {
        membership {
          id
          ...MemberLine
        }
      }
    }
  `,
  [memberLine],
)

const roles = ['LEAD', 'CO_LEAD', 'SECRETARY', 'MEMBER'] as const

export interface MemberLineProps {
  member: Member
  /** Names the centre too, where the person is not under it. */
  withCentre?: boolean
}

/** A person of the group: their part in it, and since when; who leads may give them another. */
export function MemberLine({ member, withCentre = false }: MemberLineProps) {
  const t = useWords(streamWords)
  const format = useFormat()
  const [act] = useAct(roleMutation)
  const { id, state, role, since, staffMember, viewerCanSetRole } = member
  const give = async (chosen: (typeof roles)[number]) => {
    const done = await act({ membershipId: id, role: chosen })
    if (done.ok)
      notify({ tone: 'good', text: t('roleSet', { name: staffMember.name, role: t(`role.${chosen}`) }) })
  }
  const day = format.date(since, 'dayShort')
  return (
    <PersonLine
      name={staffMember.name}
      href={addresses.person(staffMember.id)}
      detail={
        <span className={styles.role}>
          {withCentre && staffMember.centre !== null ? <span>{staffMember.centre.shortName}</span> : null}
          {state === 'MEMBER' && role !== 'MEMBER' ? (
            <span className={styles.part}>{t(`role.${role}`)}</span>
          ) : null}
          <span>{t(state === 'MEMBER' ? 'sinceDay' : 'invitedOn', { day })}</span>
        </span>
      }
      actions={
        viewerCanSetRole ? (
          <Menu
            label={t('roleOf', { name: staffMember.name })}
            items={roles
              .filter((other) => other !== role)
              .map((other) => ({ id: other, label: t(`role.${other}`), onAction: () => void give(other) }))}
          />
        ) : undefined
      }
    />
  )
}
