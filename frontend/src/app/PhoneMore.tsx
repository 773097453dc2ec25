import { Ellipsis } from 'lucide-react'
import { useWords } from '@/i18n/useWords'
import { Menu } from '@/ui/Menu'
import styles from './AppLayout.module.css'
import { appWords } from './messages'
import { liesIn, phoneMore } from './navigation'

/** What has no room in the bar at the bottom of a phone. */
export function PhoneMore({ path }: { path: string }) {
  const t = useWords(appWords)
  const within = phoneMore.some((room) => liesIn(path, room))
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
