import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Row } from '@/ui/Layout'
import { pageWords } from '../pageMessages'
import type { Part, Project } from '../project'

const titles = { INVITED: 'signTitle', TO_RECONFIRM: 'reconfirmTitle', NO_REPLY: 'lateTitle' } as const
const noted = {
  SUSPENDED: { tone: 'signal', title: 'suspendedTitle' },
  COMPLETED: { tone: 'good', title: 'completedTitle' },
  ABANDONED: { tone: 'info', title: 'abandonedTitle' },
} as const

export interface ProjectCallsProps {
  project: Project
  /** The part of the reader's own centre. */
  own: Part | undefined
  onSign: () => void
  onDecline: () => void
}

/** What to know before the rest: that it is a draft, that it waits for one's signature, how it ended. */
export function ProjectCalls({ project, own, onSign, onDecline }: ProjectCallsProps) {
  const t = useWords(pageWords)
  const format = useFormat()
  const note = noted[project.state as keyof typeof noted]
  const title = own?.viewerCanSign === true ? titles[own.state as keyof typeof titles] : undefined
  return (
    <>
      {project.state === 'DRAFT' ? <Banner title={t('draftTitle')}>{t('draftText')}</Banner> : null}
      {note === undefined || project.closingNote === '' ? null : (
        <Banner tone={note.tone} title={t(note.title)}>
          {project.closingNote}
        </Banner>
      )}
      {own === undefined || title === undefined ? null : (
        <Banner
          tone="signal"
          title={t(title, { centre: own.centre.shortName })}
          actions={
            <Row>
              <Button variant="signal" onPress={onSign}>
                {t(own.state === 'TO_RECONFIRM' ? 'reconfirm' : 'sign')}
              </Button>
              {own.role === 'LEAD' ? null : <Button onPress={onDecline}>{t('decline')}</Button>}
            </Row>
          }
        >
          {own.state === 'TO_RECONFIRM'
            ? t('reconfirmText')
            : t('signText', {
                days: own.commitment.personDays,
                money: format.money(own.commitment.money),
                term: format.dateRange(own.commitment.startsOn, own.commitment.endsOn),
              })}
        </Banner>
      )}
    </>
  )
}
