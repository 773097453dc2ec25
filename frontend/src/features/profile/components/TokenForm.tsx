import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormRadioGroup } from '@/ui/FormRadioGroup'
import { FormSelect } from '@/ui/FormSelect'
import { FormTextField } from '@/ui/FormTextField'
import type { NewSecret } from '@/ui/SecretDialog'
import { notify } from '@/ui/Toast'
import { profileWords } from '../messages'

const createToken = graphql(`
  mutation CreateAccessToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      secret
      viewer {
        id
      }
    }
  }
`)

const scopes = ['READ', 'WRITE'] as const
const durations = ['30', '90', '180', '365'] as const

/** Asks for a token; its secret goes to whoever shows it, and is kept nowhere. */
export function TokenForm({ onMade }: { onMade: (made: NewSecret) => void }) {
  const t = useWords(profileWords)
  const [create] = useAct(createToken)
  const form = useForm({
    defaultValues: {
      name: '',
      scope: 'READ' as (typeof scopes)[number],
      days: '90' as (typeof durations)[number],
    },
    resolver: valibotResolver(
      v.object({
        name: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('tokenNameNeeded')),
          v.maxLength(80, t('tooLong', { max: 80 })),
        ),
        scope: v.picklist(scopes),
        days: v.picklist(durations),
      }),
    ),
  })
  return (
    <Form
      form={form}
      label={t('newToken')}
      onSubmit={async ({ name, scope, days }) => {
        const done = await create({ name, scope, days: Number(days) }, { silent: true })
        if (!done.ok) return done.failures
        form.reset()
        const secret = done.data.createAccessToken?.secret
        if (secret) onMade({ name, secret })
        else notify({ tone: 'danger', text: t('secretLost') })
        return []
      }}
    >
      <FormTextField
        form={form}
        name="name"
        label={t('tokenName')}
        help={t('tokenNameHelp')}
        maxLength={80}
        isRequired
      />
      <FormRadioGroup
        form={form}
        name="scope"
        label={t('scope')}
        options={scopes.map((id) => ({ id, label: t(`scope.${id}`), note: t(`scopeNote.${id}`) }))}
      />
      <FormSelect
        form={form}
        name="days"
        label={t('days')}
        options={durations.map((id) => ({ id, label: t('daysOption', { days: Number(id) }) }))}
      />
      <FormActions>
        <SubmitButton>{t('createToken')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
