import { valibotResolver } from '@hookform/resolvers/valibot'
import { ShieldCheck, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import type { Failure } from '@/app/failure'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormRadioGroup } from '@/ui/FormRadioGroup'
import { Menu } from '@/ui/Menu'
import { notify } from '@/ui/Toast'
import { peopleWords } from '../messages'
import type { Person } from '../people'
import { jobWords } from './jobMessages'

const deactivateMutation = graphql(`
  mutation DeactivateStaffMember($input: DeactivateStaffMemberInput!) {
    deactivateStaffMember(input: $input) {
      staffMember {
        id
        active
        version
        viewerCanDeactivate
        viewerCanSetNetworkRole
      }
    }
  }
`)

const setRoleMutation = graphql(`
  mutation SetNetworkRole($input: SetNetworkRoleInput!) {
    setNetworkRole(input: $input) {
      staffMember {
        id
        networkRole
        version
      }
    }
  }
`)

const roles = ['NONE', 'COORDINATOR', 'ADMIN'] as const

export interface AccountActsProps {
  person: Person
  /** Reads the person again: the account changed since it was read. */
  onStale: () => void
}

/** What an administrator may do with an account; nothing for everybody else. */
export function AccountActs({ person, onStale }: AccountActsProps) {
  const t = useWords(peopleWords)
  const [open, setOpen] = useState<'deactivate' | 'role'>()
  const close = () => setOpen(undefined)
  const { viewerCanDeactivate, viewerCanSetNetworkRole } = person
  return (
    <>
      {viewerCanDeactivate || viewerCanSetNetworkRole ? (
        <Menu
          label={t('administer')}
          items={[
            ...(viewerCanSetNetworkRole
              ? [
                  {
                    id: 'role',
                    label: t('setRole'),
                    icon: <ShieldCheck aria-hidden="true" />,
                    onAction: () => setOpen('role'),
                  },
                ]
              : []),
            ...(viewerCanDeactivate
              ? [
                  {
                    id: 'deactivate',
                    label: t('deactivate'),
                    icon: <UserRoundX aria-hidden="true" />,
                    isDanger: true,
                    onAction: () => setOpen('deactivate'),
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      <Deactivate person={person} isOpen={open === 'deactivate'} onClose={close} onStale={onStale} />
      <Dialog
        title={t('setRoleTitle', { name: person.name })}
        isOpen={open === 'role'}
        onClose={close}
        size="s"
      >
        <RoleForm key={person.version} person={person} onDone={close} onStale={onStale} />
      </Dialog>
    </>
  )
}

/** Says that the account changed in between, and reads it again. */
function useStale(onStale: () => void): (failures: readonly Failure[]) => boolean {
  const t = useWords(peopleWords)
  return (failures) => {
    if (failures.every(({ code }) => code !== 'CONFLICT')) return false
    notify({ tone: 'danger', text: t('changed') })
    onStale()
    return true
  }
}

function Deactivate({
  person,
  isOpen,
  onClose,
  onStale,
}: AccountActsProps & { isOpen: boolean; onClose: () => void }) {
  const t = useWords(peopleWords)
  const [act, { isPending }] = useAct(deactivateMutation)
  const isStale = useStale(onStale)
  return (
    <ConfirmDialog
      title={t('deactivateTitle', { name: person.name })}
      confirm={t('deactivate')}
      isDanger
      isPending={isPending}
      isOpen={isOpen}
      onClose={onClose}
      onConfirm={() =>
        void act({ staffMemberId: person.id, version: person.version }, { silent: true }).then((done) => {
          onClose()
          if (done.ok) return notify({ tone: 'good', text: t('deactivated', { name: person.name }) })
          if (isStale(done.failures)) return
          for (const { message } of done.failures) notify({ tone: 'danger', text: message })
        })
      }
    >
      <p>{t('deactivateText')}</p>
    </ConfirmDialog>
  )
}

function RoleForm({ person, onDone, onStale }: AccountActsProps & { onDone: () => void }) {
  const t = useWords(peopleWords)
  const tJob = useWords(jobWords)
  const [act] = useAct(setRoleMutation)
  const isStale = useStale(onStale)
  const form = useForm({
    defaultValues: { networkRole: person.networkRole },
    resolver: valibotResolver(v.object({ networkRole: v.picklist(roles) })),
  })
  return (
    <Form
      form={form}
      onSubmit={async ({ networkRole }) => {
        const done = await act(
          { staffMemberId: person.id, version: person.version, networkRole },
          { silent: true },
        )
        if (!done.ok && !isStale(done.failures)) return done.failures
        onDone()
        if (done.ok) notify({ tone: 'good', text: t('roleSet', { name: person.name }) })
        return []
      }}
    >
      <FormRadioGroup
        form={form}
        name="networkRole"
        label={t('role')}
        options={roles.map((id) => ({ id, label: tJob(`role.${id}`), note: t(`roleNote.${id}`) }))}
      />
      <FormActions>
        <SubmitButton>{t('save')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
