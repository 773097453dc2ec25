import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { addresses } from '@/app/addresses'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormRadioGroup } from '@/ui/FormRadioGroup'
import { FormTextArea } from '@/ui/FormTextArea'
import { FormTextField } from '@/ui/FormTextField'
import { notify } from '@/ui/Toast'
import type { WallTopic } from '../forum'
import { purposeOf } from '../purpose'
import { sessionWords } from '../sessionMessages'

const openWorkingGroup = graphql(`
  mutation OpenWorkingGroup($input: OpenWorkingGroupInput!) {
    openWorkingGroup(input: $input) {
      workingGroup {
        id
        name
        state
      }
      topic {
        id
        fate
        viewerCanOpenWorkingGroup
        workingGroup {
          id
          name
          state
        }
      }
    }
  }
`)

const carriersQuery = graphql(`
  query GroupCarriers($id: ID!) {
    topic(id: $id) {
      id
      harvest {
        id
        carriers {
          id
        }
      }
    }
  }
`)

export type GroupOrigin = Pick<
  WallTopic,
  'id' | 'title' | 'description' | 'starCount' | 'convener' | 'harvest'
>

export interface OpenGroupDialogProps {
  topic: GroupOrigin
  isOpen: boolean
  onClose: () => void
  onSee: (href: string) => void
}

/** Opens a working group from what a session gave: its name and purpose are written already, its people follow. */
export function OpenGroupDialog({ topic, isOpen, onClose, onSee }: OpenGroupDialogProps) {
  const t = useWords(sessionWords)
  return (
    <Dialog title={t('openGroupTitle')} isOpen={isOpen} onClose={onClose}>
      {isOpen ? <OpenGroupForm topic={topic} onClose={onClose} onSee={onSee} /> : null}
    </Dialog>
  )
}

const admissions = ['OPEN', 'ON_APPROVAL'] as const

function OpenGroupForm({ topic, onClose, onSee }: Omit<OpenGroupDialogProps, 'isOpen'>) {
  const t = useWords(sessionWords)
  const format = useFormat()
  const [open] = useAct(openWorkingGroup)
  const form = useForm({
    resolver: valibotResolver(
      v.object({
        name: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('groupNameNeeded')),
          v.maxLength(120, t('groupNameLong')),
        ),
        purpose: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('groupPurposeNeeded')),
          v.maxLength(4000, t('groupPurposeLong')),
        ),
        admission: v.picklist(admissions),
      }),
    ),
    defaultValues: {
      name: topic.title,
      purpose: purposeOf(topic, { decided: t('decided'), nextSteps: t('nextSteps') }),
      admission: 'OPEN' as (typeof admissions)[number],
    },
  })
  const { clear } = useDraft(form, `open-group:${topic.id}`)
  const [{ data }] = useQuery({ query: carriersQuery, variables: { id: topic.id } })
  const carriers = data?.topic?.harvest?.carriers.length ?? 0
  const who = [
    topic.convener === null ? t('followNoLead') : t('followLead', { name: topic.convener.name }),
    ...(carriers === 0 ? [] : [t('followCarriers', { count: carriers })]),
    ...(topic.starCount === 0 ? [] : [t('followStars', { count: topic.starCount })]),
  ]
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const done = await open({ topicId: topic.id, ...values }, { silent: true })
        if (!done.ok) return done.failures
        await clear()
        onClose()
        const group = done.data.openWorkingGroup?.workingGroup
        notify({
          tone: 'good',
          text: t('groupOpened', { name: values.name }),
          ...(group
            ? { action: { label: t('seeGroup'), onPress: () => onSee(addresses.group(group.id)) } }
            : {}),
        })
        return []
      }}
    >
      <p>{t('openGroupLead', { who: `${format.list(who)}.` })}</p>
      <FormTextField form={form} name="name" label={t('groupName')} maxLength={120} isRequired />
      <FormTextArea
        form={form}
        name="purpose"
        label={t('groupPurpose')}
        help={t('groupPurposeHelp')}
        rows={7}
        isRequired
      />
      <FormRadioGroup
        form={form}
        name="admission"
        label={t('admission')}
        options={admissions.map((id) => ({ id, label: t(`admission.${id}`) }))}
      />
      <FormActions>
        <SubmitButton>{t('openGroupSend')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
