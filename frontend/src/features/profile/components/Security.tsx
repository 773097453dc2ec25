import { LogOut } from 'lucide-react'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { leave } from '@/app/leave'
import { Button } from '@/ui/Button'
import { Stack } from '@/ui/Layout'
import { Section } from '@/ui/Section'
import { profileWords } from '../messages'
import { PasswordForm } from './PasswordForm'
import styles from './Profile.module.css'
import { SessionList } from './SessionList'

const passwordQuery = graphql(`
  query HasPassword {
    viewer {
      id
      hasPassword
    }
  }
`)

/** What keeps an account one's own. */
export function Security() {
  const t = useWords(profileWords)
  const [{ data }] = useQuery({ query: passwordQuery })
  return (
    <div className={styles.narrow}>
      <Stack>
        {data?.viewer?.hasPassword === false ? (
          <p>{t('byLink')}</p>
        ) : (
          <Section title={t('passwordTitle')} lead={t('passwordLead')}>
            <PasswordForm />
          </Section>
        )}
        <Section title={t('sessions')} lead={t('sessionsLead')}>
          <SessionList />
        </Section>
        <Section title={t('signOutTitle')} lead={t('signOutText')}>
          <div>
            <Button icon={<LogOut aria-hidden="true" />} onPress={() => void leave()}>
              {t('signOut')}
            </Button>
          </div>
        </Section>
      </Stack>
    </div>
  )
}
