import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { LineList } from '@/ui/Layout'
import { PersonLine } from '@/ui/PersonLine'
import { Section } from '@/ui/Section'
import { notify } from '@/ui/Toast'
import { streamWords } from '../streamMessages'
import styles from './Members.module.css'

const applicantsQuery = graphql(`
  query GroupApplicants($id: ID!) {
    workingGroup(id: $id) {
      id
      applicants: members(filter: { states: [APPLIED] }, first: 50) {
        nodes {
          id
          since
          viewerCanAdmit
          staffMember {
            id
            name
            centre {
              id
              shortName
            }
          }
        }
      }
    }
  }
`)

const admitMutation = graphql(`
  mutation AdmitMember($input: AdmitMemberInput!) {
    admitMember(input: $input) {
      membership {
        id
        state
      }
    }
  }
`)

const refuseMutation = graphql(`
  mutation RefuseMember($input: RefuseMemberInput!) {
    refuseMember(input: $input) {
      membership {
        id
        state
      }
    }
  }
`)

/** Who asks to come in; whoever leads answers here. Nothing when nobody asks. */
export function Applicants({ groupId }: { groupId: string }) {
  const t = useWords(streamWords)
  const format = useFormat()
  const [{ data }] = useQuery({ query: applicantsQuery, variables: { id: groupId } })
  const applicants = data?.workingGroup?.applicants.nodes ?? []
  if (applicants.length === 0) return null
  return (
    <Section title={t('applicants')} count={applicants.length}>
      <LineList label={t('applicants')}>
        {applicants.map(({ id, since, staffMember, viewerCanAdmit }) => (
          <li key={id}>
            <PersonLine
              name={staffMember.name}
              href={addresses.person(staffMember.id)}
              detail={
                <span className={styles.role}>
                  {staffMember.centre === null ? null : <span>{staffMember.centre.shortName}</span>}
                  <span>{t('appliedOn', { day: format.date(since, 'dayShort') })}</span>
                </span>
              }
              actions={viewerCanAdmit ? <Answer membershipId={id} name={staffMember.name} /> : undefined}
            />
          </li>
        ))}
      </LineList>
    </Section>
  )
}

function Answer({ membershipId, name }: { membershipId: string; name: string }) {
  const t = useWords(streamWords)
  const [admit, admitting] = useAct(admitMutation)
  const [refuse, refusing] = useAct(refuseMutation)
  const [isAsking, setAsking] = useState(false)
  const letIn = async () => {
    const done = await admit({ membershipId })
    if (done.ok) notify({ tone: 'good', text: t('admitted', { name }) })
  }
  const turnDown = async () => {
    const done = await refuse({ membershipId })
    setAsking(false)
    if (done.ok) notify({ tone: 'info', text: t('refused', { name }) })
  }
  return (
    <>
      <Button size="s" variant="primary" isPending={admitting.isPending} onPress={() => void letIn()}>
        {t('admit')}
      </Button>
      <Button size="s" onPress={() => setAsking(true)}>
        {t('refuse')}
      </Button>
      <ConfirmDialog
        title={t('refuseTitle', { name })}
        confirm={t('refuse')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void turnDown()}
        isPending={refusing.isPending}
        isDanger
      >
        <p>{t('refuseText')}</p>
      </ConfirmDialog>
    </>
  )
}
