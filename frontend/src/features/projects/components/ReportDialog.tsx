import { useState } from 'react'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm, useWatch } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormDate } from '@/ui/FormDate'
import { FormRadioGroup } from '@/ui/FormRadioGroup'
import { FormTextArea } from '@/ui/FormTextArea'
import { Loaded } from '@/ui/Loaded'
import { notify } from '@/ui/Toast'
import { postStatusReportMutation } from '../acts'
import { pageWords } from '../pageMessages'
import type { Project } from '../project'
import styles from './PartFields.module.css'
import { isInOrder } from './ProposalFields'

const lastReportQuery = graphql(`
  query LastStatusReport($id: ID!) {
    jointProject(id: $id) {
      id
      lastStatusReport {
        id
        periodEndsOn
      }
    }
  }
`)

export interface ReportDialogProps {
  project: Project
  isOpen: boolean
  onClose: () => void
}

/** Where the project stands, told by one of its team. */
export function ReportDialog({ project, isOpen, onClose }: ReportDialogProps) {
  const t = useWords(pageWords)
  return (
    <Dialog title={t('reportTitle')} isOpen={isOpen} onClose={onClose} size="l">
      {isOpen ? <Period project={project} onClose={onClose} /> : null}
    </Dialog>
  )
}

/** The period goes on from the end of the last report, unless its writer says otherwise. */
function Period({ project, onClose }: Omit<ReportDialogProps, 'isOpen'>) {
  const format = useFormat()
  const [result] = useQuery({ query: lastReportQuery, variables: { id: project.id } })
  const [today] = useState(() => format.dayOf(Date.now()))
  return (
    <Loaded result={result} find={(data) => data.jointProject}>
      {({ lastStatusReport }) => {
        const from = lastStatusReport === null ? project.startsOn : dayAfter(lastStatusReport.periodEndsOn)
        return (
          <ReportForm project={project} from={from > today ? today : from} to={today} onClose={onClose} />
        )
      }}
    </Loaded>
  )
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}

const healths = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK'] as const

function ReportForm({
  project,
  from,
  to,
  onClose,
}: {
  project: Project
  from: string
  to: string
  onClose: () => void
}) {
  const t = useWords(pageWords)
  const [post] = useAct(postStatusReportMutation)
  const day = v.pipe(v.string(), v.nonEmpty(t('periodNeeded')))
  const form = useForm({
    resolver: valibotResolver(
      v.pipe(
        v.object({
          health: v.picklist(healths),
          explanation: v.pipe(v.string(), v.trim(), v.maxLength(4000, t('noteLong'))),
          done: v.pipe(v.string(), v.trim(), v.maxLength(10_000)),
          next: v.pipe(v.string(), v.trim(), v.maxLength(10_000)),
          periodStartsOn: day,
          periodEndsOn: day,
        }),
        v.forward(
          v.partialCheck(
            [['health'], ['explanation']],
            ({ health, explanation }) => health === 'ON_TRACK' || explanation !== '',
            t('explanationNeeded'),
          ),
          ['explanation'],
        ),
        v.forward(
          v.partialCheck(
            [['done'], ['next']],
            ({ done, next }) => done !== '' || next !== '',
            t('doneNeeded'),
          ),
          ['done'],
        ),
        v.forward(
          v.partialCheck(
            [['periodStartsOn'], ['periodEndsOn']],
            ({ periodStartsOn, periodEndsOn }) =>
              isInOrder({ startsOn: periodStartsOn, endsOn: periodEndsOn }),
            t('periodOrder'),
          ),
          ['periodEndsOn'],
        ),
      ),
    ),
    defaultValues: {
      health: 'ON_TRACK' as (typeof healths)[number],
      explanation: '',
      done: '',
      next: '',
      periodStartsOn: from,
      periodEndsOn: to,
    },
  })
  const { clear } = useDraft(form, `status-report:${project.id}`)
  const needsReason = useWatch({ control: form.control, name: 'health' }) !== 'ON_TRACK'
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const done = await post({ jointProjectId: project.id, ...values })
        if (!done.ok) return done.failures
        await clear()
        notify({ tone: 'good', text: t('reported') })
        onClose()
        return []
      }}
    >
      <FormRadioGroup
        form={form}
        name="health"
        label={t('health')}
        options={healths.map((id) => ({ id, label: t(`health.${id}`) }))}
        isRow
      />
      {needsReason ? (
        <FormTextArea
          form={form}
          name="explanation"
          label={t('explanation')}
          help={t('explanationHelp')}
          rows={2}
          isRequired
        />
      ) : null}
      <FormTextArea form={form} name="done" label={t('done')} help={t('doneHelp')} rows={4} />
      <FormTextArea form={form} name="next" label={t('nextSteps')} rows={3} />
      <div className={styles.pair}>
        <FormDate form={form} name="periodStartsOn" label={t('periodFrom')} isRequired />
        <FormDate form={form} name="periodEndsOn" label={t('periodTo')} isRequired />
      </div>
      <FormActions>
        <SubmitButton>{t('reportSend')}</SubmitButton>
      </FormActions>
    </Form>
  )
}
