import { Ellipsis } from 'lucide-react'
import { useWords } from '@/i18n/useWords'
import { Menu } from '@/ui/Menu'
import styles from './AppLayout.module.css'
import { appWords } from './messages'
import { phoneMore } from './navigation'

/** What has no room in the bar at the bottom of a phone. */
export function PhoneMore({ isHere }: { isHere: (href: string) => boolean }) {
  const t = useWords(appWords)
  const within = phoneMore.some(({ href }) => isHere(href))
  return (
    <Menu
      label={t('more')}
      items={phoneMore.map(({ href, word, Icon }) => ({
        id: href,
        label: t(word),
        href,
        icon: <Icon aria-hidden="true" />,
      }))}
      isNamedByTrigger
      triggerClassName={`${styles.tab} ${within ? styles.within : ''}`}
      trigger={
        <>
          <Ellipsis aria-hidden="true" />
          <span>{t('more')}</span>
        </>
      }
    />
  )
}
