import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm, useWatch } from 'react-hook-form'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormCheckbox } from '@/ui/FormCheckbox'
import { FormTextField } from '@/ui/FormTextField'
import { notify } from '@/ui/Toast'
import { profileWords } from '../messages'

const changePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      viewer {
        id
      }
    }
  }
`)

/** The server counts characters as people do, and a script counts halves of some. */
const length = (text: string) => Array.from(text).length

/** Another password. What is typed here is kept nowhere. */
export function PasswordForm() {
  const t = useWords(profileWords)
  const [change] = useAct(changePassword)
  const form = useForm({
    defaultValues: { currentPassword: '', newPassword: '', isShown: false },
    resolver: valibotResolver(
      v.object({
        currentPassword: v.pipe(v.string(), v.nonEmpty(t('currentPasswordNeeded'))),
        newPassword: v.pipe(
          v.string(),
          v.check((text) => length(text) >= 12, t('newPasswordShort')),
          v.check((text) => length(text) <= 128, t('newPasswordLong')),
        ),
        isShown: v.boolean(),
      }),
    ),
  })
  const isShown = useWatch({ control: form.control, name: 'isShown' })
  const type = isShown ? 'text' : 'password'
  return (
    <Form
      form={form}
      label={t('passwordTitle')}
      onSubmit={async ({ currentPassword, newPassword }) => {
        const done = await change({ currentPassword, newPassword }, { silent: true })
        if (!done.ok) return done.failures
        form.reset()
        notify({ tone: 'good', text: t('passwordChanged') })
        return []
      }}
    >
      <FormTextField
        form={form}
        name="currentPassword"
        label={t('currentPassword')}
        type={type}
        autoComplete="current-password"
        isRequired
      />
      <FormTextField
        form={form}
        name="newPassword"
        label={t('newPassword')}
        help={t('newPasswordHelp')}
        type={type}
        autoComplete="new-password"
        isRequired
      />
      <FormCheckbox form={form} name="isShown">
        {t('showPasswords')}
      </FormCheckbox>
      <FormActions>
        <SubmitButton>{t('changePassword')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
