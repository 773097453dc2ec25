import { Suspense, type ReactNode } from 'react'
import { addresses } from '@/app/addresses'
import { useViewer } from '@/app/session'
import { useAddress } from '@/app/useAddress'
import { useJob } from '@/features/people/components/job'
import { useWords } from '@/i18n/useWords'
import { later } from '@/ui/later'
import { Link } from '@/ui/Link'
import { Stack } from '@/ui/Layout'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { Tabs } from '@/ui/Tabs'
import { ProfileForm } from './components/ProfileForm'
import { profileWords } from './messages'

const Appearance = later(async () => (await import('./components/Appearance')).Appearance)
const Calendars = later(async () => (await import('./components/Calendars')).Calendars)
const Security = later(async () => (await import('./components/Security')).Security)
const Tokens = later(async () => (await import('./components/Tokens')).Tokens)

const soon = (face: ReactNode) => <Suspense fallback={<Skeleton lines={8} />}>{face}</Suspense>

const faces = ['profil', 'agenda', 'securite', 'jetons', 'affichage'] as const
type Face = (typeof faces)[number]

/** One's own account: what one says of oneself, what protects it, what acts in one's name, how it looks. */
export function ProfilePage() {
  const t = useWords(profileWords)
  const job = useJob()
  const { staffMember } = useViewer()
  const [search, change] = useAddress<{ onglet?: string }>()
  const { centre } = staffMember
  const isGuest = staffMember.job === 'GUEST'
  // No program acts for a guest.
  const open = faces.filter((known) => !(isGuest && known === 'jetons'))
  const face = open.find((known) => known === search.onglet) ?? 'profil'
  const shown = {
    profil: { label: t('profile'), content: <ProfileForm /> },
    agenda: { label: t('calendars'), content: soon(<Calendars />) },
    securite: { label: t('security'), content: soon(<Security />) },
    jetons: { label: t('tokens'), content: soon(<Tokens />) },
    affichage: { label: t('appearance'), content: soon(<Appearance />) },
  }
  return (
    <Stack>
      <PageHeader
        title={t('title')}
        meta={
          <>
            <span>
              <strong>{staffMember.name}</strong>
            </span>
            <span>
              {job(staffMember.job)}
              {centre === null ? null : ` · ${centre.shortName}`}
            </span>
            {isGuest ? null : <Link href={addresses.person(staffMember.id)}>{t('seen')}</Link>}
          </>
        }
      />
      <Tabs<Face>
        label={t('tabs')}
        selected={face}
        onSelect={(onglet) => change({ onglet: onglet === 'profil' ? undefined : onglet })}
        items={open.map((id) => ({ id, ...shown[id] }))}
      />
    </Stack>
  )
}
