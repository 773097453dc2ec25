import { Pencil, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { ConfirmAct } from '@/ui/ConfirmAct'
import { onDemand } from '@/ui/later'
import { Link } from '@/ui/Link'
import { StatePill } from '@/ui/StatePill'
import { Table, type Column } from '@/ui/Table'
import { registrationWords } from '../messages'
import type { Participant } from '../participants'
import { participantsWords } from '../participantsMessages'
import { withdrawMutation } from '../registration'
import { useHome } from './home'
import styles from './ParticipantTable.module.css'
import { useRegistrationState } from './state'

const RegistrationDialog = onDemand(async () => (await import('./RegistrationDialog')).RegistrationDialog)

export interface ParticipantTableProps {
  gathering: { id: string; startsOn: string; endsOn: string }
  participants: readonly Participant[]
  /** Something was changed: what is shown is to be read again. */
  onDone: () => void
}

/** Who comes, each opened to their page; with the acts of whoever registered them. */
export function ParticipantTable({ gathering, participants, onDone }: ParticipantTableProps) {
  const t = useWords(participantsWords)
  const tOwn = useWords(registrationWords)
  const format = useFormat()
  const say = useRegistrationState()
  const home = useHome()
  const [open, setOpen] = useState<{ act: 'edit' | 'withdraw'; of: Participant }>()
  const [isOpen, setIsOpen] = useState(false)
  const [withdraw] = useAct(withdrawMutation)
  const show = (act: 'edit' | 'withdraw', of: Participant) => {
    setOpen({ act, of })
    setIsOpen(true)
  }
  const close = () => {
    setIsOpen(false)
    onDone()
  }
  const columns: Column<Participant, never>[] = [
    {
      id: 'name',
      header: t('name'),
      isRowHeader: true,
      cell: ({ staffMember }) => (
        <Link href={addresses.person(staffMember.id)} quiet>
          {staffMember.name}
        </Link>
      ),
    },
    { id: 'centre', header: t('centre'), cell: ({ staffMember }) => home(staffMember) },
    {
      id: 'days',
      header: t('days'),
      cell: ({ days }) =>
        days.length === 0
          ? t('noDay')
          : format.list(days.map((day) => format.date(day, 'weekdayShort').replaceAll(' ', '\u00a0'))),
    },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state, waitingPlace, placeAnswer }) => (
        <div className={styles.state}>
          <StatePill {...say(state)} />
          {placeAnswer === null ? null : (
            <StatePill label={t(`place.${placeAnswer}`)} tone={placeAnswer === 'KEPT' ? 'done' : 'waiting'} />
          )}
          {waitingPlace === null ? null : <span>{t('queue', { place: waitingPlace })}</span>}
        </div>
      ),
    },
    ...(participants.some(({ needs }) => needs)
      ? [{ id: 'needs', header: t('needs'), cell: ({ needs }: Participant) => needs ?? '' }]
      : []),
    ...(participants.some(({ viewerCanEdit, viewerCanWithdraw }) => viewerCanEdit || viewerCanWithdraw)
      ? [
          {
            id: 'acts',
            header: t('acts'),
            cell: (of: Participant) => (
              <div className={styles.acts}>
                {of.viewerCanEdit ? (
                  <Button
                    size="s"
                    variant="quiet"
                    icon={<Pencil aria-hidden="true" />}
                    aria-label={tOwn('editLabel', { name: of.staffMember.name })}
                    onPress={() => show('edit', of)}
                  >
                    {tOwn('edit')}
                  </Button>
                ) : null}
                {of.viewerCanWithdraw ? (
                  <Button
                    size="s"
                    variant="quiet"
                    icon={<UserMinus aria-hidden="true" />}
                    aria-label={tOwn('withdrawOtherLabel', { name: of.staffMember.name })}
                    onPress={() => show('withdraw', of)}
                  >
                    {tOwn('withdrawOther')}
                  </Button>
                ) : null}
              </div>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Table label={t('list')} columns={columns} rows={participants} rowKey={({ id }) => id} />
      {open === undefined ? null : (
        <>
          <RegistrationDialog
            gathering={gathering}
            registration={{ ...open.of, name: open.of.staffMember.name }}
            isOpen={isOpen && open.act === 'edit'}
            onClose={close}
          />
          <ConfirmAct
            title={tOwn('withdrawOtherLabel', { name: open.of.staffMember.name })}
            confirm={tOwn('withdrawOther')}
            isDanger
            isOpen={isOpen && open.act === 'withdraw'}
            onClose={close}
            act={() => withdraw({ registrationId: open.of.id })}
            said={tOwn('withdrawn')}
          >
            <p>{tOwn('withdrawOtherText', { name: open.of.staffMember.name })}</p>
          </ConfirmAct>
        </>
      )}
    </>
  )
}
