import { CalendarCog, Megaphone, Play, SquareCheckBig } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button, LinkButton } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { onDemand } from '@/ui/later'
import { Menu, type MenuItemSpec } from '@/ui/Menu'
import { notify } from '@/ui/Toast'
import { cancelMutation, closeMutation, openMutation, publishMutation } from '../acts'
import { preparationWords } from '../preparationMessages'

const ReasonDialog = onDemand(async () => (await import('./ReasonDialog')).ReasonDialog)
const WallDialog = onDemand(async () => (await import('@/features/wall/components/WallDialog')).WallDialog)
const CopyDialog = onDemand(async () => (await import('./CopyDialog')).CopyDialog)

export const gatheringActs = graphql(`
  fragment GatheringActs on Gathering {
    id
    name
    startsOn
    state
    version
    allowedTransitions
    viewerCanEdit
    viewerCanManageGuests
    viewerCanCopy
    viewerCanMakeWall
    hosts {
      id
    }
  }
`)

export interface GatheringActsProps {
  gathering: FragmentOf<typeof gatheringActs>
  /** On the page of its preparation, which is where one then is. */
  isPreparation?: boolean
  onReread: () => void
}

type Open = 'PUBLISHED' | 'LIVE' | 'CLOSED' | 'CANCELLED' | 'copy' | 'wall'

/** What can be done with a gathering as a whole: the next step in sight, the others in the menu. */
export function GatheringActs({ gathering, isPreparation = false, onReread }: GatheringActsProps) {
  const t = useWords(preparationWords)
  const {
    id,
    name,
    startsOn,
    version,
    allowedTransitions,
    viewerCanEdit,
    viewerCanManageGuests,
    viewerCanCopy,
    viewerCanMakeWall,
    hosts,
  } = readFragment(gatheringActs, gathering)
  const [open, setOpen] = useState<Open>()
  const [publish, publishing] = useAct(publishMutation)
  const [begin, beginning] = useAct(openMutation)
  const [end, ending] = useAct(closeMutation)
  const [cancel] = useAct(cancelMutation)
  const close = () => setOpen(undefined)
  const seen = { gatheringId: id, version }
  /** Tells how an act went; one that was refused is followed by the gathering as it now is. */
  const told = <Done extends { ok: boolean }>(done: Done, text: string): Done => {
    if (done.ok) notify({ tone: 'good', text })
    else onReread()
    return done
  }
  const steps = [
    {
      to: 'PUBLISHED',
      Icon: Megaphone,
      label: t('announce'),
      text: t('announceText'),
      act: async () => told(await publish(seen), t('announced')),
      isPending: publishing.isPending,
    },
    {
      to: 'LIVE',
      Icon: Play,
      label: t('open'),
      text: t('openText'),
      act: async () => told(await begin(seen), t('opened')),
      isPending: beginning.isPending,
    },
    {
      to: 'CLOSED',
      Icon: SquareCheckBig,
      label: t('close'),
      text: t('closeText'),
      act: async () => told(await end(seen), t('closed')),
      isPending: ending.isPending,
    },
  ] as const
  const next = steps.find(({ to }) => allowedTransitions.includes(to))
  const items: MenuItemSpec[] = [
    ...(next !== undefined && !isPreparation
      ? [{ id: next.to, label: next.label, onAction: () => setOpen(next.to) }]
      : []),
    ...(viewerCanManageGuests && !viewerCanEdit && !isPreparation
      ? [{ id: 'guests', label: t('tabGuests'), href: `${addresses.preparation(id)}?onglet=invites` }]
      : []),
    ...(viewerCanMakeWall ? [{ id: 'wall', label: t('wall'), onAction: () => setOpen('wall') }] : []),
    ...(viewerCanCopy ? [{ id: 'copy', label: t('copy'), onAction: () => setOpen('copy') }] : []),
    ...(allowedTransitions.includes('CANCELLED')
      ? [{ id: 'cancel', label: t('cancel'), isDanger: true, onAction: () => setOpen('CANCELLED') }]
      : []),
  ]
  return (
    <>
      {viewerCanEdit && !isPreparation ? (
        <LinkButton icon={<CalendarCog aria-hidden="true" />} href={addresses.preparation(id)}>
          {t('prepare')}
        </LinkButton>
      ) : null}
      {next !== undefined && isPreparation ? (
        <Button icon={<next.Icon aria-hidden="true" />} onPress={() => setOpen(next.to)}>
          {next.label}
        </Button>
      ) : null}
      {items.length === 0 ? null : <Menu label={t('more')} items={items} />}
      {steps.map(({ to, label, text, act, isPending }) => (
        <ConfirmDialog
          key={to}
          title={label}
          confirm={label}
          isOpen={open === to}
          onClose={close}
          isPending={isPending}
          onConfirm={() => void act().then(close)}
        >
          <p>{text}</p>
        </ConfirmDialog>
      ))}
      <ReasonDialog
        gatheringId={id}
        isOpen={open === 'CANCELLED'}
        onClose={close}
        onSend={async (reason) => told(await cancel({ ...seen, reason }), t('cancelled')).failures}
      />
      <WallDialog gatheringId={id} isOpen={open === 'wall'} onClose={close} />
      <CopyDialog
        source={{ id, name, startsOn, hostIds: hosts.map((host) => host.id) }}
        isOpen={open === 'copy'}
        onClose={close}
      />
    </>
  )
}
