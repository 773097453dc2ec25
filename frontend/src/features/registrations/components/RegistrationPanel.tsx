import { ClipboardCheck, UserPlus, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button, LinkButton } from '@/ui/Button'
import { ConfirmAct } from '@/ui/ConfirmAct'
import { onDemand } from '@/ui/later'
import { Row } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { StatePill } from '@/ui/StatePill'
import { registrationWords } from '../messages'
import { ownRegistration, withdrawMutation, type OwnRegistration } from '../registration'
import styles from './RegistrationPanel.module.css'
import { useRegistrationState } from './state'

const RegistrationDialog = onDemand(async () => (await import('./RegistrationDialog')).RegistrationDialog)
const ColleaguesDialog = onDemand(async () => (await import('./ColleaguesDialog')).ColleaguesDialog)

export const registrationPanel = graphql(
  `
    fragment RegistrationPanel on Gathering {
      id
      startsOn
      endsOn
      state
      capacity
      registeredCount
      waitingCount
      viewerCanRegister
      viewerCanRegisterColleagues
      viewerCanRegisterAnyone
      viewerCanMarkAttendance
      viewerRegistration {
        ...OwnRegistration
      }
    }
  `,
  [ownRegistration],
)

/** How full a gathering is, where one stands oneself, and what one may do about it. */
export function RegistrationPanel({ gathering }: { gathering: FragmentOf<typeof registrationPanel> }) {
  const t = useWords(registrationWords)
  const say = useRegistrationState()
  const viewer = useViewer()
  const g = readFragment(registrationPanel, gathering)
  const [open, setOpen] = useState<'own' | 'colleagues' | 'withdraw'>()
  const [withdraw] = useAct(withdrawMutation)
  const close = () => setOpen(undefined)
  const own = g.viewerRegistration
  const isIn = own !== null && own.state !== 'WITHDRAWN'
  const isOver = g.state !== 'PUBLISHED' && g.state !== 'LIVE'
  const isStaff = viewer.staffMember.job !== 'GUEST'
  if (g.state === 'DRAFT' || (isOver && g.registeredCount === 0)) return null
  const isFull = g.capacity !== null && (g.waitingCount > 0 || g.registeredCount >= g.capacity)
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <div className={styles.said}>
        <p className={styles.counts}>
          <strong>
            {g.capacity === null
              ? t('counted', { count: g.registeredCount })
              : t('countedOf', { count: g.registeredCount, capacity: g.capacity })}
          </strong>
          {g.waitingCount === 0 ? null : <span>{t('waiting', { count: g.waitingCount })}</span>}
        </p>
        {isIn ? (
          <p className={styles.own}>
            <StatePill {...say(own.state)} />
            <OwnSentence own={own} isOver={isOver} />
            {own.placeAnswer === 'AWAITED' && !isOver ? (
              <Link href={addresses.home()}>{t('placeAwaited')}</Link>
            ) : null}
          </p>
        ) : g.viewerCanRegister && isFull ? (
          <p>{t('full')}</p>
        ) : null}
      </div>
      <Row>
        {g.viewerCanRegister ? (
          <Button variant="primary" onPress={() => setOpen('own')}>
            {t('register')}
          </Button>
        ) : null}
        {isIn && own.viewerCanEdit ? (
          <Button variant={own.days.length === 0 ? 'primary' : 'secondary'} onPress={() => setOpen('own')}>
            {t('editMine')}
          </Button>
        ) : null}
        {isIn && own.viewerCanWithdraw ? (
          <Button variant="quiet" onPress={() => setOpen('withdraw')}>
            {t('withdraw')}
          </Button>
        ) : null}
        {g.viewerCanRegisterColleagues ? (
          <Button icon={<UserPlus aria-hidden="true" />} onPress={() => setOpen('colleagues')}>
            {t('colleagues')}
          </Button>
        ) : null}
        {isStaff ? (
          <LinkButton icon={<UsersRound aria-hidden="true" />} href={addresses.participants(g.id)}>
            {t('participants')}
          </LinkButton>
        ) : null}
        {g.viewerCanMarkAttendance ? (
          <LinkButton icon={<ClipboardCheck aria-hidden="true" />} href={addresses.desk(g.id)}>
            {t('desk')}
          </LinkButton>
        ) : null}
      </Row>
      <RegistrationDialog
        gathering={g}
        registration={isIn ? own : undefined}
        isOpen={open === 'own'}
        onClose={close}
      />
      <ColleaguesDialog gathering={g} isOpen={open === 'colleagues'} onClose={close} />
      <ConfirmAct
        title={t('withdraw')}
        confirm={t('withdraw')}
        isDanger
        isOpen={open === 'withdraw'}
        onClose={close}
        act={() => withdraw({ registrationId: own?.id ?? '' })}
        said={t('withdrawn')}
      >
        <p>{t('withdrawText')}</p>
      </ConfirmAct>
    </section>
  )
}

function OwnSentence({ own, isOver }: { own: OwnRegistration; isOver: boolean }) {
  const t = useWords(registrationWords)
  const format = useFormat()
  if (own.days.length === 0) return isOver ? null : <span>{t('noDay')}</span>
  const days = format.list(own.days.map((day) => format.date(day, 'weekday')))
  return (
    <span>
      {own.state === 'WAITING'
        ? t('youWait', { place: own.waitingPlace ?? 1, days })
        : t(isOver ? 'youCame' : 'youCome', { days })}
    </span>
  )
}
