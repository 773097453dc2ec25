import { Plus } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { useAct } from '@/app/mutate'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { ConfirmAct } from '@/ui/ConfirmAct'
import { Link } from '@/ui/Link'
import { Menu, type MenuItemSpec } from '@/ui/Menu'
import { Section } from '@/ui/Section'
import { StatePill } from '@/ui/StatePill'
import { removePartnerMutation } from '../acts'
import { pageWords } from '../pageMessages'
import { partnerParts, type Part, type Project } from '../project'
import { termsWords } from '../termsMessages'
import { PartnerDialog, VersionsDialog } from './dialogs'
import styles from './Engagements.module.css'
import { PartAnswer } from './PartAnswer'

export interface EngagementsProps {
  project: Project
  onSign: () => void
  onDecline: () => void
  onWithdraw: () => void
}

type Open = 'add' | 'edit' | 'remove' | 'versions'

const removable = new Set(['PROPOSED', 'INVITED', 'NO_REPLY'])

/** What each centre commits to, a row each: the terms, the answer, and what can be done about them here. */
export function Engagements({ project, onSign, onDecline, onWithdraw }: EngagementsProps) {
  const t = useWords(pageWords)
  const format = useFormat()
  const [open, setOpen] = useState<Open>()
  const [chosenId, setChosenId] = useState<string>()
  const [remove] = useAct(removePartnerMutation)
  const chosen = project.partnerships.find(({ id }) => id === chosenId)
  const close = () => setOpen(undefined)
  const show = (what: Open, part?: Part) => {
    setChosenId(part?.id)
    setOpen(what)
  }
  return (
    <Section
      title={t('tab.engagements')}
      lead={t('engagementsLead')}
      actions={
        project.viewerCanManagePartners ? (
          <Button size="s" icon={<Plus aria-hidden="true" />} onPress={() => show('add')}>
            {t('addPartner')}
          </Button>
        ) : undefined
      }
    >
      <ul className={styles.rows} aria-label={t('tab.engagements')}>
        {project.partnerships.map((part) => (
          <PartRow
            key={part.id}
            part={part}
            isOwn={part.id === project.viewerPartnership?.id}
            canManage={project.viewerCanManagePartners}
            onSign={onSign}
            onDecline={onDecline}
            onWithdraw={onWithdraw}
            onShow={(what) => show(what, part)}
          />
        ))}
      </ul>
      {partnerParts(project).length === 0 ? <p className={styles.none}>{t('noPartnersText')}</p> : null}
      <p className={styles.total}>
        {t('total', { days: project.totalPersonDays, money: format.money(project.totalMoney) })}
      </p>
      <PartnerDialog
        key={chosenId ?? 'new'}
        project={project}
        part={open === 'edit' ? chosen : undefined}
        isOpen={open === 'add' || (open === 'edit' && chosen !== undefined)}
        onClose={close}
      />
      {chosen === undefined ? null : (
        <>
          <VersionsDialog part={chosen} isOpen={open === 'versions'} onClose={close} />
          <ConfirmAct
            title={t('removeTitle', { centre: chosen.centre.shortName })}
            confirm={t('removeConfirm')}
            isDanger
            isOpen={open === 'remove'}
            onClose={close}
            act={() => remove({ partnershipId: chosen.id })}
            said={t('removed', { centre: chosen.centre.shortName })}
          >
            <p>{t('removeText')}</p>
          </ConfirmAct>
        </>
      )}
    </Section>
  )
}

function PartRow({
  part,
  isOwn,
  canManage,
  onSign,
  onDecline,
  onWithdraw,
  onShow,
}: {
  part: Part
  isOwn: boolean
  canManage: boolean
  onShow: (what: Open) => void
} & Omit<EngagementsProps, 'project'>) {
  const t = useWords(pageWords)
  const tTerms = useWords(termsWords)
  const say = useStates()
  const format = useFormat()
  const { commitment, centre } = part
  const mayDecline = part.viewerCanSign && part.role !== 'LEAD'
  const items: MenuItemSpec[] = [
    ...(canManage ? [{ id: 'edit', label: t('changePart'), onAction: () => onShow('edit') }] : []),
    ...(canManage && part.role !== 'LEAD' && removable.has(part.state)
      ? [{ id: 'remove', label: t('removePart'), isDanger: true, onAction: () => onShow('remove') }]
      : []),
    ...(part.viewerCanWithdraw
      ? [{ id: 'withdraw', label: t('withdraw'), isDanger: true, onAction: onWithdraw }]
      : []),
  ]
  return (
    <li className={`${styles.row} ${isOwn && part.viewerCanSign ? styles.awaited : ''}`}>
      <div className={styles.who}>
        <h3 className={styles.centre}>
          <Link href={addresses.centre(centre.id)} quiet>
            {centre.shortName}
          </Link>
          {isOwn ? (
            <>
              {' '}
              <span className={styles.own}>{t('you')}</span>
            </>
          ) : null}
        </h3>
        <span className={styles.role}>{tTerms(`role.${part.role}`)}</span>
      </div>
      <dl className={styles.figures}>
        <div>
          <dt className="visually-hidden">{tTerms('personDays')}</dt>
          <dd>{tTerms('days', { count: commitment.personDays })}</dd>
        </div>
        <div>
          <dt className="visually-hidden">{tTerms('money')}</dt>
          <dd>{format.money(commitment.money)}</dd>
        </div>
      </dl>
      <div className={styles.answer}>
        {part.role === 'LEAD' && part.state === 'PROPOSED' ? null : (
          <span>
            <StatePill {...say('Partnership', part.state)} />
          </span>
        )}
        <PartAnswer part={part} />
      </div>
      <div className={`${styles.acts} ${part.viewerCanSign ? '' : styles.quietActs}`}>
        {part.viewerCanSign ? (
          <Button variant="signal" size="s" onPress={onSign}>
            {t(part.state === 'TO_RECONFIRM' ? 'reconfirm' : 'sign')}
          </Button>
        ) : null}
        {mayDecline ? (
          <Button size="s" onPress={onDecline}>
            {t('decline')}
          </Button>
        ) : null}
        <Button
          variant="quiet"
          size="s"
          aria-label={t('versionsTitle', { centre: centre.shortName })}
          onPress={() => onShow('versions')}
        >
          {t('versionOf', { version: commitment.version })}
        </Button>
        {items.length === 0 ? null : (
          <Menu label={t('partActs', { centre: centre.shortName })} items={items} />
        )}
      </div>
      {commitment.conditions === '' ? null : <p className={styles.conditions}>{commitment.conditions}</p>}
    </li>
  )
}
