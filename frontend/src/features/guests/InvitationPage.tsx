import { useParams } from '@tanstack/react-router'
import { LogIn } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { addresses } from '@/app/addresses'
import { followInvitation } from '@/app/auth'
import { wasSignedIn } from '@/app/remembered'
import { useLanguage } from '@/i18n/LanguageProvider'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button, LinkButton } from '@/ui/Button'
import { DoorHead } from '@/ui/DoorHead'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { readInvitation, type Invitation } from './invitation'
import styles from './InvitationPage.module.css'
import { invitationWords } from './messages'

/** What a link says: nothing yet, what it opens, that it opens nothing (null), or that the server does not answer. */
type Said = undefined | Invitation | null | 'failed'

/** Where a guest's link leads: who invites to what, and one button that lets in. */
export function InvitationPage() {
  const t = useWords(invitationWords)
  const { token } = useParams({ strict: false }) as { token: string }
  const [said, setSaid] = useState<Said>()

  const ask = useCallback(() => {
    let isGone = false
    readInvitation(token).then(
      (found) => isGone || setSaid(found),
      () => isGone || setSaid('failed'),
    )
    return () => {
      isGone = true
    }
  }, [token])
  useEffect(ask, [ask])

  return (
    <div className={styles.page}>
      <DoorHead />
      <main className={styles.main}>
        {said === undefined ? (
          <Skeleton lines={5} />
        ) : said === null ? (
          <>
            <PageHeader title={t('lost')} lead={t('lostText')} />
            <div>
              <LinkButton href={addresses.signIn()}>{t('signIn')}</LinkButton>
            </div>
          </>
        ) : said === 'failed' ? (
          <>
            <PageHeader title={t('eyebrow')} lead={t('failed')} />
            <div>
              <Button
                onPress={() => {
                  setSaid(undefined)
                  ask()
                }}
              >
                {t('again')}
              </Button>
            </div>
          </>
        ) : (
          <Invited invitation={said} token={token} onLost={() => setSaid(null)} />
        )}
      </main>
    </div>
  )
}

function Invited({
  invitation,
  token,
  onLost,
}: {
  invitation: Invitation
  token: string
  onLost: () => void
}) {
  const t = useWords(invitationWords)
  const format = useFormat()
  const { language } = useLanguage()
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()
  const isReplacing = wasSignedIn()
  const { guestName, kind, gathering, gatheringId, city, venue, startsOn, endsOn, state, hosts } = invitation

  const enter = async () => {
    setPending(true)
    setFailure(undefined)
    const refused = await followInvitation(token, language)
    if (refused === null) {
      // Loaded anew: nothing that was read as nobody, or as somebody else, stays in memory.
      window.location.assign(addresses.gathering(gatheringId))
      return
    }
    setPending(false)
    if (refused.code === 'UNAUTHENTICATED') onLost()
    else setFailure(refused.code === 'NETWORK' ? t('failed') : refused.message || t('failedOurs'))
  }

  return (
    <>
      <PageHeader
        eyebrow={t('eyebrow')}
        title={t('title', { name: guestName })}
        lead={hosts === '' ? t('leadAlone') : t('lead', { hosts, by: invitation.invitedBy || 'none' })}
      />
      {state === 'CANCELLED' ? <Banner tone="danger" title={t('cancelled')} /> : null}
      <section className={styles.card} aria-label={t('gathering')}>
        <h2>{gathering}</h2>
        <dl className={styles.facts}>
          <dt>{t('dates')}</dt>
          <dd>{format.dateRange(startsOn, endsOn)}</dd>
          <dt>{t('place')}</dt>
          <dd>{venue === '' ? city : `${venue}, ${city}`}</dd>
          <dt>{t('as')}</dt>
          <dd>{t(`kind.${kind}`)}</dd>
        </dl>
        <p>{t('text')}</p>
        {isReplacing ? <p className={styles.note}>{t('replaced')}</p> : null}
        <div>
          <Button
            variant="primary"
            icon={<LogIn aria-hidden="true" />}
            isPending={isPending}
            onPress={() => void enter()}
          >
            {t('enter')}
          </Button>
        </div>
        <div role="alert">{failure === undefined ? null : <Banner tone="danger" title={failure} />}</div>
      </section>
      <p className={styles.note}>{t('keep', { date: format.date(invitation.openUntil, 'day') })}</p>
    </>
  )
}
