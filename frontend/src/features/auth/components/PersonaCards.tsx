import { useState } from 'react'
import { useLanguage } from '@/i18n/LanguageProvider'
import { typeset } from '@/i18n/typography'
import { useWords } from '@/i18n/useWords'
import { Avatar } from '@/ui/Avatar'
import { Press } from '@/ui/Press'
import type { DemoAccount } from '../demoAccounts'
import { authWords } from '../messages'
import styles from './PersonaCards.module.css'

export interface PersonaCardsProps {
  accounts: readonly DemoAccount[]
  onChoose: (account: DemoAccount) => Promise<void>
}

/** The personas of a demonstration: one press and one is in. */
export function PersonaCards({ accounts, onChoose }: PersonaCardsProps) {
  const t = useWords(authWords)
  const { language } = useLanguage()
  const [chosen, setChosen] = useState<string>()
  return (
    <section className={styles.personas}>
      <h2>{t('demoTitle')}</h2>
      <p className={styles.lead}>{t('demoLead')}</p>
      <ul className={styles.list}>
        {accounts.map((account) => (
          <li key={account.email}>
            <Press
              className={styles.persona!}
              isPending={chosen === account.email}
              onPress={() => {
                setChosen(account.email)
                void onChoose(account).finally(() => setChosen(undefined))
              }}
            >
              <Avatar name={account.name} />
              <span className={styles.text}>
                <span className={styles.name}>{account.name}</span>
                <span className={styles.detail}>
                  {t('job', { job: account.job })}
                  {account.centre ? ` · ${account.centre}` : ''}
                </span>
                {account.does ? (
                  <span className={styles.does}>{typeset(account.does[language], language)}</span>
                ) : null}
              </span>
            </Press>
          </li>
        ))}
      </ul>
    </section>
  )
}
