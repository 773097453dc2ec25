import { valibotResolver } from '@hookform/resolvers/valibot'
import { useNavigate } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { addresses } from '@/app/addresses'
import { useDraft } from '@/app/drafts'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { Stack } from '@/ui/Layout'
import { PageHeader } from '@/ui/PageHeader'
import { createMutation } from './acts'
import { GatheringFields, gatheringSchema, type GatheringText } from './components/GatheringFields'
import { gatheringWords } from './messages'
import { preparationWords } from './preparationMessages'

/** A gathering begins: where and when, and who invites. */
export function NewGatheringPage() {
  const t = useWords(preparationWords)
  const tPage = useWords(gatheringWords)
  const viewer = useViewer()
  return (
    <Stack>
      <PageHeader
        title={t('newTitle')}
        lead={t('newLead')}
        breadcrumbs={[{ label: tPage('title'), href: addresses.gatherings() }]}
      />
      {viewer.viewerCanCreateGathering ? (
        <NewGatheringForm />
      ) : (
        <EmptyState
          level={2}
          title={t('newOnly')}
          action={<LinkButton href={addresses.gatherings()}>{tPage('seeAll')}</LinkButton>}
        >
          <p>{t('newOnlyText')}</p>
        </EmptyState>
      )}
    </Stack>
  )
}

function NewGatheringForm() {
  const t = useWords(preparationWords)
  const navigate = useNavigate()
  const { staffMember } = useViewer()
  const [create] = useAct(createMutation)
  const form = useForm<GatheringText, unknown, GatheringText>({
    resolver: valibotResolver(gatheringSchema(t)),
    defaultValues: {
      name: '',
      city: '',
      venue: '',
      startsOn: '',
      endsOn: '',
      timeZone: staffMember.centre?.timeZone ?? 'Europe/Paris',
      description: '',
      capacity: null,
      hostIds: staffMember.centre === null ? [] : [staffMember.centre.id],
      version: 0,
    },
  })
  const { clear } = useDraft(form, 'gathering-new')
  return (
    <Form
      form={form}
      onSubmit={async ({ version: _version, ...values }) => {
        const done = await create(values, { silent: true })
        if (!done.ok) return done.failures
        await clear()
        const id = done.data.createGathering?.gathering?.id
        if (id !== undefined) await navigate({ to: addresses.preparation(id) as never })
        return []
      }}
    >
      <GatheringFields form={form} />
      <FormActions>
        <SubmitButton>{t('create')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
