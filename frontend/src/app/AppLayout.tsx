import { getRouteApi, Outlet, useRouter } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Provider } from 'urql'
import { TimeZone } from '@/i18n/TimeZone'
import { useWords } from '@/i18n/useWords'
import { useCurrentPath } from '@/ui/currentPath'
import { Logo } from '@/ui/Logo'
import { Anchor, Press } from '@/ui/Press'
import { AccountMenu } from './AccountMenu'
import { addresses } from './addresses'
import styles from './AppLayout.module.css'
import { appWords } from './messages'
import { liesIn, reach, roomsFor } from './navigation'
import { PhoneMore } from './PhoneMore'
import { useMaybeViewer } from './session'

const shell = getRouteApi('/shell')
/** Only nobody in particular needs it. */
const PublicLayout = lazy(async () => ({ default: (await import('./PublicLayout')).PublicLayout }))
const NetworkBanner = lazy(async () => ({ default: (await import('./NetworkBanner')).NetworkBanner }))
const loadPalette = () => import('./CommandPalette')
const SessionPrompt = lazy(async () => ({
  default: (await import('@/features/forum/components/SessionPrompt')).SessionPrompt,
}))
const CommandPalette = lazy(async () => ({ default: (await loadPalette()).CommandPalette }))

/** The house around every page of the signed-in: their data, where one is, where one can go, who one is. */
export function AppLayout() {
  const { client, viewer } = shell.useRouteContext()
  return (
    <Provider value={client}>
      {viewer === null ? (
        <Suspense>
          <PublicLayout>
            <Outlet />
          </PublicLayout>
        </Suspense>
      ) : (
        <House />
      )}
    </Provider>
  )
}

function House() {
  const t = useWords(appWords)
  const path = useCurrentPath()
  const viewer = useMaybeViewer()
  const router = useRouter()
  const [isSearching, setSearching] = useState(false)

  useEffect(() => {
    let isGone = false
    void import('./ahead').then(
      ({ fetchAhead }) => fetchAhead(router, () => isGone),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [router])

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      setSearching(true)
    }
    window.addEventListener('keydown', open)
    return () => window.removeEventListener('keydown', open)
  }, [])

  // Signing out empties the cache before the page is left.
  if (viewer === null) return null
  const rooms = roomsFor(viewer.staffMember)
  return (
    <TimeZone zone={viewer.staffMember.centre?.timeZone ?? 'Europe/Paris'}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.masthead}>
        <div className={styles.inner}>
          <Anchor href={addresses.home()} className={styles.brand!}>
            <Logo />
            <span>Maillage</span>
          </Anchor>
          <nav aria-label={t('navigation')} className={styles.wide}>
            <ul className={styles.links}>
              {rooms.map((room) => (
                <li key={room.href}>
                  <Anchor
                    href={room.href}
                    aria-current={liesIn(path, room) ? 'page' : undefined}
                    className={styles.link!}
                  >
                    {t(room.word)}
                  </Anchor>
                </li>
              ))}
            </ul>
          </nav>
          <div className={styles.tools}>
            <Press
              className={styles.search!}
              aria-label={t('search')}
              onPress={() => setSearching(true)}
              onHoverStart={() => void loadPalette()}
            >
              <Search aria-hidden="true" />
              <kbd className={styles.keys}>{t('keys')}</kbd>
            </Press>
            <AccountMenu viewer={viewer} />
          </div>
        </div>
      </header>
      <Suspense>
        <NetworkBanner />
      </Suspense>
      <Suspense>
        <SessionPrompt />
      </Suspense>
      <main id="content" tabIndex={-1} className={styles.content}>
        <Outlet />
      </main>
      <footer className={styles.footer}>
        <p>{t('footer')}</p>
      </footer>
      <nav aria-label={t('navigation')} className={styles.bottom}>
        {rooms.slice(0, reach).map((room) => (
          <Anchor
            key={room.href}
            href={room.href}
            aria-current={liesIn(path, room) ? 'page' : undefined}
            className={styles.tab!}
          >
            <room.Icon aria-hidden="true" />
            <span>{t(room.word)}</span>
          </Anchor>
        ))}
        <PhoneMore path={path} rooms={rooms} />
      </nav>
      {isSearching ? (
        <Suspense>
          <CommandPalette onClose={() => setSearching(false)} />
        </Suspense>
      ) : null}
    </TimeZone>
  )
}
