import { valibotResolver } from '@hookform/resolvers/valibot'
import { UserPlus } from 'lucide-react'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Form, SubmitButton } from '@/ui/Form'
import { notify } from '@/ui/Toast'
import { streamWords } from '../streamMessages'
import styles from './Members.module.css'
import { PersonPicker } from './PersonPicker'

const inviteMutation = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      membership {
        id
        staffMember {
          id
          name
        }
      }
    }
  }
`)

/** Asks a person into the group. They answer from their home page. */
export function InviteMember({ groupId }: { groupId: string }) {
  const t = useWords(streamWords)
  const [act] = useAct(inviteMutation)
  const form = useForm({
    defaultValues: { staffMemberId: null as string | null },
    resolver: valibotResolver(
      v.object({ staffMemberId: v.pipe(v.nullable(v.string()), v.string(t('inviteNeeded'))) }),
    ),
  })
  return (
    <Form
      form={form}
      label={t('invite')}
      onSubmit={async ({ staffMemberId }) => {
        const done = await act({ workingGroupId: groupId, staffMemberId }, { silent: true })
        if (!done.ok) return done.failures
        form.reset()
        const name = done.data.inviteMember?.membership?.staffMember.name ?? ''
        notify({ tone: 'good', text: t('inviteSent', { name }) })
      }}
    >
      <div className={styles.invite}>
        <PersonPicker form={form} name="staffMemberId" label={t('inviteLabel')} help={t('inviteHelp')} />
        <SubmitButton variant="secondary" icon={<UserPlus aria-hidden="true" />}>
          {t('inviteDo')}
        </SubmitButton>
      </div>
    </Form>
  )
}
