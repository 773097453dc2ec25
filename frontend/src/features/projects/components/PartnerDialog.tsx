import { valibotResolver } from '@hookform/resolvers/valibot'
import { useForm, useWatch } from 'react-hook-form'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Dialog } from '@/ui/Dialog'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { notify } from '@/ui/Toast'
import { proposePartnerMutation } from '../acts'
import { pageWords } from '../pageMessages'
import { partnerRoles, type Part, type PartnerRole, type Project } from '../project'
import { newPartner } from '../proposal'
import { termsWords } from '../termsMessages'
import { CentreField } from './CentreField'
import { Conditions, conditionsSchema, DaysAndMoney, daysSchema, moneySchema } from './PartFields'
import { RoleField } from './RoleField'
import { useCentreNames } from './useCentres'

export interface PartnerDialogProps {
  project: Project
  /** The part to change; without one a centre is added. */
  part?: Part
  isOpen: boolean
  onClose: () => void
}

/** What a centre is asked for: added to the proposal, or changed. */
export function PartnerDialog({ project, part, isOpen, onClose }: PartnerDialogProps) {
  const t = useWords(pageWords)
  return (
    <Dialog
      title={
        part === undefined ? t('partnerAddTitle') : t('partnerEditTitle', { centre: part.centre.shortName })
      }
      isOpen={isOpen}
      onClose={onClose}
    >
      {isOpen ? <PartnerForm project={project} part={part} onClose={onClose} /> : null}
    </Dialog>
  )
}

const allRoles = ['LEAD', ...partnerRoles] as const satisfies readonly PartnerRole[]

function PartnerForm({ project, part, onClose }: Omit<PartnerDialogProps, 'isOpen'>) {
  const t = useWords(pageWords)
  const tTerms = useWords(termsWords)
  const [propose] = useAct(proposePartnerMutation)
  const form = useForm({
    resolver: valibotResolver(
      v.object({
        centreId: v.pipe(
          v.nullable(v.string()),
          v.string(tTerms('centreNeeded')),
          v.nonEmpty(tTerms('centreNeeded')),
        ),
        role: v.picklist(allRoles),
        personDays: daysSchema(tTerms),
        money: moneySchema(tTerms),
        conditions: conditionsSchema(tTerms),
      }),
    ),
    defaultValues:
      part === undefined
        ? { ...newPartner, role: newPartner.role as PartnerRole }
        : {
            centreId: part.centre.id as string | null,
            role: part.role,
            personDays: part.commitment.personDays as number | null,
            money: part.commitment.money as number | null,
            conditions: part.commitment.conditions,
          },
  })
  // What was typed on another version of the part is not carried over to this one.
  const { clear } = useDraft(
    form,
    `partner:${project.id}:${part === undefined ? 'new' : `${part.id}:${part.commitment.version}`}`,
  )
  const nameOf = useCentreNames([useWatch({ control: form.control, name: 'centreId' }) ?? ''])
  const isDraft = project.state === 'DRAFT'
  return (
    <Form
      form={form}
      onSubmit={async (values) => {
        const done = await propose({ jointProjectId: project.id, ...values })
        if (!done.ok) return done.failures
        await clear()
        notify({
          tone: 'good',
          text: t(part === undefined ? 'partnerAdded' : 'partnerChanged', {
            centre: part?.centre.shortName ?? nameOf(values.centreId),
          }),
        })
        onClose()
        return []
      }}
    >
      {isDraft ? null : <Consequence part={part} />}
      {part === undefined ? (
        <CentreField
          form={form}
          name="centreId"
          without={project.partnerships.map(({ centre }) => centre.id)}
        />
      ) : null}
      {part?.role === 'LEAD' ? null : <RoleField form={form} name="role" />}
      <DaysAndMoney form={form} />
      <Conditions form={form} />
      <FormActions>
        <SubmitButton>
          {t(part !== undefined ? 'partnerSave' : isDraft ? 'partnerAdd' : 'partnerAsk')}
        </SubmitButton>
      </FormActions>
    </Form>
  )
}

/** What the change will bring to a centre that has been asked already. */
function Consequence({ part }: { part: Part | undefined }) {
  const t = useWords(pageWords)
  const viewer = useViewer()
  if (part === undefined) return <p>{t('partnerSentLead')}</p>
  if (part.centre.id === viewer.staffMember.centre?.id) return <p>{t('partnerOwnLead')}</p>
  switch (part.state) {
    case 'ACCEPTED':
    case 'TO_RECONFIRM':
      return <Banner tone="signal" title={t('partnerSignedLead')} />
    case 'DECLINED':
    case 'WITHDRAWN':
    case 'NO_REPLY':
      return <p>{t('partnerAgainLead')}</p>
    default:
      return null
  }
}
