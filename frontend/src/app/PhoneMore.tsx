import { Ellipsis } from 'lucide-react'
import { useWords } from '@/i18n/useWords'
import { Menu } from '@/ui/Menu'
import styles from './AppLayout.module.css'
import { appWords } from './messages'
import { liesIn, profileEntry, reach, type Room } from './navigation'

/** What has no room in the bar at the bottom of a phone. */
export function PhoneMore({ path, rooms }: { path: string; rooms: readonly Room[] }) {
  const t = useWords(appWords)
  const more = [...rooms.slice(reach), profileEntry]
  const within = more.some((room) => liesIn(path, room))
  return (
    <Menu
      label={t('more')}
      items={more.map(({ href, word, Icon }) => ({
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
