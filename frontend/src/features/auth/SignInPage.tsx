import { valibotResolver } from '@hookform/resolvers/valibot'
import { getRouteApi } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { signIn } from '@/app/auth'
import { useLanguage } from '@/i18n/LanguageProvider'
import { useWords } from '@/i18n/useWords'
import { DoorHead } from '@/ui/DoorHead'
import { Form, SubmitButton, type FormFailure } from '@/ui/Form'
import { FormCheckbox } from '@/ui/FormCheckbox'
import { FormTextField } from '@/ui/FormTextField'
import { PageHeader } from '@/ui/PageHeader'
import { Mesh } from './components/Mesh'
import { PersonaCards } from './components/PersonaCards'
import { useDemoAccounts, type DemoAccount } from './demoAccounts'
import { authWords } from './messages'
import { returnAddress } from './returnAddress'
import styles from './SignInPage.module.css'

const route = getRouteApi('/public/connexion')

/** The way in: an address and a password, or in a demonstration the person one wants to be. */
export function SignInPage() {
  const t = useWords(authWords)
  const { retour } = route.useSearch()
  const { language } = useLanguage()
  const accounts = useDemoAccounts(language)
  const form = useForm({
    defaultValues: { email: '', password: '', remember: false },
    resolver: valibotResolver(
      v.object({
        email: v.pipe(v.string(), v.trim(), v.nonEmpty(t('emailNeeded')), v.includes('@', t('emailWrong'))),
        password: v.pipe(v.string(), v.nonEmpty(t('passwordNeeded'))),
        remember: v.boolean(),
      }),
    ),
  })

  const enter = async (credentials: {
    email: string
    password: string
    remember: boolean
  }): Promise<FormFailure[]> => {
    const failure = await signIn(credentials, language)
    if (failure === null) {
      // Loaded anew: nothing that was read as nobody, or as somebody else, stays in memory.
      window.location.assign(returnAddress(retour))
      return []
    }
    const known = failure.code === 'NETWORK' ? t('failedNetwork') : failure.message || t('failedOurs')
    return [{ code: failure.code, message: known }]
  }

  const enterAs = async ({ email, password }: DemoAccount) => {
    const [failure] = await enter({ email, password, remember: false })
    if (failure !== undefined) form.setError('root.server', { message: failure.message })
  }

  return (
    <div className={styles.page}>
      <DoorHead />
      <main className={styles.main}>
        <div className={styles.entry}>
          <PageHeader title={t('title')} lead={t('lead')} />
          <Form form={form} onSubmit={enter}>
            <FormTextField
              form={form}
              name="email"
              label={t('email')}
              type="email"
              autoComplete="username"
              isRequired
            />
            <FormTextField
              form={form}
              name="password"
              label={t('password')}
              type="password"
              autoComplete="current-password"
              isRequired
            />
            <FormCheckbox form={form} name="remember">
              {t('remember')}
            </FormCheckbox>
            <div>
              <SubmitButton>{t('submit')}</SubmitButton>
            </div>
          </Form>
        </div>
        {accounts.length === 0 ? <Mesh /> : <PersonaCards accounts={accounts} onChoose={enterAs} />}
      </main>
    </div>
  )
}
