import { Languages, LogOut, Monitor, Moon, Sun, User } from 'lucide-react'
import { languageNames } from '@/i18n/language'
import { useLanguage } from '@/i18n/LanguageProvider'
import { useWords } from '@/i18n/useWords'
import { Avatar } from '@/ui/Avatar'
import { Menu } from '@/ui/Menu'
import styles from './AppLayout.module.css'
import { addresses } from './addresses'
import { appWords } from './messages'
import { setTheme, useTheme } from './preferences'
import type { Viewer } from './session'

const themes = [
  { id: 'system', word: 'themeSystem', Icon: Monitor },
  { id: 'light', word: 'themeLight', Icon: Sun },
  { id: 'dark', word: 'themeDark', Icon: Moon },
] as const

/** Who one is, how one reads, and the way out. */
export function AccountMenu({ viewer }: { viewer: Viewer }) {
  const t = useWords(appWords)
  const { language, setLanguage } = useLanguage()
  const theme = useTheme()
  const other = language === 'fr' ? 'en' : 'fr'
  const { name, centre } = viewer.staffMember
  return (
    <Menu
      label={`${t('account')} : ${name}`}
      header={
        <>
          <strong>{name}</strong>
          <br />
          <span className={styles.centre}>{centre?.shortName ?? t('coordinator')}</span>
        </>
      }
      items={[
        { id: 'profile', label: t('profile'), href: addresses.profile(), icon: <User aria-hidden="true" /> },
        {
          id: 'language',
          label: languageNames[other],
          onAction: () => setLanguage(other),
          icon: <Languages aria-hidden="true" />,
        },
        ...themes
          .filter(({ id }) => id !== theme)
          .map(({ id, word, Icon }) => ({
            id,
            label: `${t('theme')} : ${t(word).toLocaleLowerCase()}`,
            onAction: () => setTheme(id),
            icon: <Icon aria-hidden="true" />,
          })),
        {
          id: 'out',
          label: t('signOut'),
          onAction: () => void import('./leave').then(({ leave }) => leave()),
          icon: <LogOut aria-hidden="true" />,
        },
      ]}
      triggerClassName={styles.account}
      trigger={<Avatar name={name} size="m" />}
    />
  )
}
