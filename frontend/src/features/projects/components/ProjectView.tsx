import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { useAct } from '@/app/mutate'
import { useStates } from '@/app/states'
import { useAddress } from '@/app/useAddress'
import { ObjectThread } from '@/features/thread/components/ObjectThread'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { CentreBadge } from '@/ui/CentreBadge'
import { Columns, Stack } from '@/ui/Layout'
import { PageHeader } from '@/ui/PageHeader'
import { Section } from '@/ui/Section'
import { StatePill } from '@/ui/StatePill'
import { Tabs } from '@/ui/Tabs'
import { notify } from '@/ui/Toast'
import { declineMutation, withdrawMutation } from '../acts'
import { pageWords } from '../pageMessages'
import type { Project } from '../project'
import { NoteDialog, ReportDialog, SignDialog } from './dialogs'
import { Engagements } from './Engagements'
import { Journal } from './Journal'
import { PartnerChips } from './PartnerChips'
import { ProjectActs } from './ProjectActs'
import { ProjectCalls } from './ProjectCalls'
import { ProjectFacts, ProjectText } from './ProjectFacts'
import { ProjectHealth } from './ProjectHealth'
import styles from './ProjectView.module.css'
import { StatusReports } from './StatusReports'
import { Team } from './Team'

const tabs = ['engagements', 'points', 'equipe', 'journal', 'fil'] as const
type Tab = (typeof tabs)[number]

export interface ProjectViewProps {
  project: Project
  onReread: () => void
  news: number
  onShown: () => void
}

/** The page of a project once it is read. The dialogs of one's own signature are here: several parts of the page open them. */
export function ProjectView({ project, onReread, news, onShown }: ProjectViewProps) {
  const t = useWords(pageWords)
  const say = useStates()
  const format = useFormat()
  const [search, setSearch] = useAddress<{ onglet?: string; signer?: boolean }>()
  const own = project.partnerships.find(({ id }) => id === project.viewerPartnership?.id)
  const [open, setOpen] = useState<'sign' | 'decline' | 'withdraw' | 'report' | undefined>(
    search.signer === true && own?.viewerCanSign === true ? 'sign' : undefined,
  )
  const [decline] = useAct(declineMutation)
  const [withdraw] = useAct(withdrawMutation)
  const close = () => {
    setOpen(undefined)
    if (search.signer !== undefined) setSearch({ signer: undefined })
  }
  const tab: Tab = tabs.find((one) => one === search.onglet) ?? 'engagements'
  const sign = () => setOpen('sign')
  const report = () => setOpen('report')
  return (
    <Stack>
      <PageHeader
        title={project.title}
        eyebrow={t('eyebrow')}
        breadcrumbs={[{ label: t('projects'), href: addresses.projects() }]}
        state={
          <>
            <StatePill {...say('JointProject', project.state)} />
            <ProjectHealth project={project} />
          </>
        }
        actions={<ProjectActs project={project} onReport={report} onReread={onReread} />}
        meta={
          <>
            <span>{t('ledBy')}</span>
            <CentreBadge name={project.leadCentre.shortName} href={addresses.centre(project.leadCentre.id)} />
            <span>{format.dateRange(project.startsOn, project.endsOn)}</span>
          </>
        }
      />
      <div className={styles.under}>
        <PartnerChips project={project} />
        <ObjectThread id={project.id} shape="strip" />
      </div>
      <ProjectCalls project={project} own={own} onSign={sign} onDecline={() => setOpen('decline')} />
      <Columns main={<ProjectText project={project} />} aside={<ProjectFacts project={project} />} />
      <Tabs
        label={t('tabs')}
        selected={tab}
        onSelect={(onglet) => setSearch({ onglet: onglet === 'engagements' ? undefined : onglet })}
        items={[
          {
            id: 'engagements',
            label: t('tab.engagements'),
            count: project.partnerships.length,
            content: (
              <Engagements
                project={project}
                onSign={sign}
                onDecline={() => setOpen('decline')}
                onWithdraw={() => setOpen('withdraw')}
              />
            ),
          },
          {
            id: 'points',
            label: t('tab.points'),
            content: <StatusReports project={project} onReport={report} />,
          },
          {
            id: 'equipe',
            label: t('tab.equipe'),
            count: project.team.length,
            content: <Team project={project} />,
          },
          {
            id: 'journal',
            label: t('tab.journal'),
            content: <Journal projectId={project.id} news={news} onShown={onShown} />,
          },
          {
            id: 'fil',
            label: t('tab.fil'),
            content: (
              <Section title={t('thread')}>
                <ObjectThread id={project.id} />
              </Section>
            ),
          },
        ]}
      />
      <ReportDialog project={project} isOpen={open === 'report'} onClose={close} />
      {own === undefined ? null : (
        <>
          <SignDialog
            projectTitle={project.title}
            part={own}
            isOpen={open === 'sign'}
            onClose={close}
            onDecline={() => setOpen('decline')}
            onReread={onReread}
          />
          <NoteDialog
            title={t('declineTitle', { centre: own.centre.shortName })}
            isOpen={open === 'decline'}
            onClose={close}
            draftKey={`decline:${own.id}`}
            field="reason"
            confirm={t('declineConfirm')}
            variant="danger"
            onSend={async (reason) => {
              const done = await decline({ partnershipId: own.id, reason })
              if (done.ok) notify({ tone: 'good', text: t('declined') })
              else onReread()
              return done.failures
            }}
          >
            <p>{t('declineText')}</p>
          </NoteDialog>
          <NoteDialog
            title={t('withdrawTitle', { centre: own.centre.shortName })}
            isOpen={open === 'withdraw'}
            onClose={close}
            draftKey={`withdraw:${own.id}`}
            field="reason"
            confirm={t('withdrawConfirm')}
            variant="danger"
            onSend={async (reason) => {
              const done = await withdraw({ partnershipId: own.id, reason })
              if (done.ok) notify({ tone: 'good', text: t('withdrawn') })
              else onReread()
              return done.failures
            }}
          >
            <p>{t('withdrawText')}</p>
          </NoteDialog>
        </>
      )}
    </Stack>
  )
}
