import { ClipboardCheck, Download, Tags, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useClient } from 'urql'
import { addresses } from '@/app/addresses'
import { csv, download } from '@/features/observatory/components/csv'
import { useWords } from '@/i18n/useWords'
import { Button, LinkButton } from '@/ui/Button'
import { onDemand } from '@/ui/later'
import { notify } from '@/ui/Toast'
import { registrationWords } from '../messages'
import type { Participants } from '../participants'
import { participantsWords } from '../participantsMessages'
import { daysBetween } from '../registration'
import { everyone } from './everyone'
import { useHome } from './home'
import { useRegistrationState } from './state'

const ColleaguesDialog = onDemand(async () => (await import('./ColleaguesDialog')).ColleaguesDialog)

/** What can be done with the whole list: more of it for who registers, the desk and what is printed for who runs it. */
export function ParticipantActs({ gathering, onDone }: { gathering: Participants; onDone: () => void }) {
  const t = useWords(participantsWords)
  const tOwn = useWords(registrationWords)
  const say = useRegistrationState()
  const home = useHome()
  const client = useClient()
  const [isOpen, setOpen] = useState(false)
  const [isPending, setPending] = useState(false)
  const runs = gathering.viewerCanEdit || gathering.viewerCanMarkAttendance

  const save = async () => {
    const days = daysBetween(gathering.startsOn, gathering.endsOn)
    const rows = await everyone(client, gathering.id, { states: ['REGISTERED', 'WAITING'] })
    download(
      `maillage-${t('file')}-${gathering.startsOn}.csv`,
      csv([
        [
          t('name'),
          t('centre'),
          t('email'),
          t('state'),
          t('place'),
          ...days,
          ...days.map((day) => `${t('presentOn')} ${day}`),
          t('needs'),
        ],
        ...rows.map(({ staffMember, state, placeAnswer, needs, ...of }) => [
          staffMember.name,
          home(staffMember),
          staffMember.email ?? '',
          say(state).label,
          placeAnswer === null ? '' : t(`place.${placeAnswer}`),
          ...days.map((day) => (of.days.includes(day) ? 1 : 0)),
          ...days.map((day) => (of.presentDays.includes(day) ? 1 : 0)),
          needs ?? '',
        ]),
      ]),
    )
  }
  return (
    <>
      {gathering.viewerCanRegisterColleagues ? (
        <Button variant="primary" icon={<UserPlus aria-hidden="true" />} onPress={() => setOpen(true)}>
          {tOwn('colleagues')}
        </Button>
      ) : null}
      {gathering.viewerCanMarkAttendance ? (
        <LinkButton icon={<ClipboardCheck aria-hidden="true" />} href={addresses.desk(gathering.id)}>
          {t('desk')}
        </LinkButton>
      ) : null}
      {runs ? (
        <>
          <LinkButton icon={<Tags aria-hidden="true" />} href={addresses.badges(gathering.id)}>
            {t('badges')}
          </LinkButton>
          <Button
            icon={<Download aria-hidden="true" />}
            isPending={isPending}
            onPress={() => {
              setPending(true)
              void save()
                .catch(() => notify({ tone: 'danger', text: t('exportFailed') }))
                .finally(() => setPending(false))
            }}
          >
            {t('export')}
          </Button>
        </>
      ) : null}
      <ColleaguesDialog
        gathering={gathering}
        isOpen={isOpen}
        onClose={() => {
          setOpen(false)
          onDone()
        }}
      />
    </>
  )
}
