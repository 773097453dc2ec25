import type { ReactNode } from 'react'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { useCurrentPath } from '@/ui/currentPath'
import { Logo } from '@/ui/Logo'
import { OtherLanguage } from '@/ui/OtherLanguage'
import { Anchor } from '@/ui/Press'
import { addresses } from './addresses'
import styles from './AppLayout.module.css'
import { appWords } from './messages'

/** The house as anyone sees it: what is public, and the way in. */
export function PublicLayout({ children }: { children: ReactNode }) {
  const t = useWords(appWords)
  const path = useCurrentPath()
  return (
    <>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.masthead}>
        <div className={`${styles.inner} ${styles.short}`}>
          <Anchor href={addresses.gatherings()} className={styles.brand!}>
            <Logo />
            <span>Maillage</span>
          </Anchor>
          <div className={`${styles.tools} ${styles.apart}`}>
            <OtherLanguage />
            <LinkButton size="s" href={`${addresses.signIn()}?retour=${encodeURIComponent(path)}`}>
              {t('signIn')}
            </LinkButton>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles.content}>
        {children}
      </main>
      <footer className={styles.footer}>
        <p>{t('footer')}</p>
      </footer>
    </>
  )
}
