import { valibotResolver } from '@hookform/resolvers/valibot'
import { useNavigate } from '@tanstack/react-router'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { addresses } from '@/app/addresses'
import { readDraft, useDraft } from '@/app/drafts'
import { useAct } from '@/app/mutate'
import { useAddress } from '@/app/useAddress'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button, LinkButton } from '@/ui/Button'
import { Form, FormActions, SubmitButton, type FormFailure } from '@/ui/Form'
import { Columns } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { notify } from '@/ui/Toast'
import { proposePartnerMutation } from '../acts'
import {
  draftMutation,
  emptyProposal,
  fieldsOf,
  proposalSchema,
  steps,
  type Proposal,
  type ProposalDraft,
  type Step,
} from '../proposal'
import { proposalWords } from '../proposalMessages'
import { termsWords } from '../termsMessages'
import { DaysAndMoney } from './PartFields'
import { PartnersFields } from './PartnersFields'
import { ProposalAside } from './ProposalAside'
import { ProposalTermFields, ProposalTextFields } from './ProposalFields'
import { ProposalReview } from './ProposalReview'
import { Steps } from './Steps'

/** Where the project comes from, with what is taken over from there. */
export interface Origin {
  kind: 'group' | 'topic' | 'contribution'
  id: string
  title: string
  purpose: string
  themeIds: string[]
  centres: readonly { id: string; shortName: string }[]
}

export interface NewProjectFormProps {
  /** The origin the address asks for, found or not. */
  asked: string
  origin: Origin | null
  centre: { id: string; shortName: string }
  drafts: readonly { id: string; title: string; lastActivityAt: string }[]
}

/** The proposal in four steps. What is typed stays on the device until the draft is on the server. */
export function NewProjectForm({ asked, origin, centre, drafts }: NewProjectFormProps) {
  const t = useWords(proposalWords)
  const tTerms = useWords(termsWords)
  const format = useFormat()
  const navigate = useNavigate()
  const [search, setSearch] = useAddress<{ etape?: string }>()
  const [draft] = useAct(draftMutation)
  const [propose] = useAct(proposePartnerMutation)
  const [resumedAt, setResumedAt] = useState<number>()
  const [first] = useState<ProposalDraft>(() => ({
    ...emptyProposal,
    title: origin?.title ?? '',
    purpose: origin?.purpose ?? '',
    themeIds: origin?.themeIds ?? [],
  }))
  const wanted = steps.find((one) => one === search.etape) ?? 'projet'
  const whole = valibotResolver(proposalSchema(t, tTerms))
  const form = useForm<ProposalDraft, unknown, Proposal>({
    // A step is held to its own fields; what is sent, to all of them.
    resolver: async (values, context, options) => {
      const found = await whole(values, context, options)
      if (wanted === 'relecture') return found
      const faults = Object.entries(found.errors).filter(([field]) =>
        fieldsOf[wanted].includes(field as keyof ProposalDraft),
      )
      return faults.length === 0
        ? { values: values as Proposal, errors: {} }
        : { values: {}, errors: Object.fromEntries(faults) }
    },
    defaultValues: first,
  })
  const key = `new-project:${asked}`
  const { clear } = useDraft(form, key)
  useEffect(() => {
    void readDraft(key).then((kept) => setResumedAt(kept?.at))
  }, [key])

  const drafted = useWatch({ control: form.control, name: 'projectId' })
  const step: Step = drafted !== '' && wanted !== 'relecture' ? 'centres' : wanted
  const place = steps.indexOf(step)
  const [reached, setReached] = useState(place)
  const heading = useRef<HTMLDivElement>(null)
  const show = (next: Step) => {
    setReached((before) => Math.max(before, steps.indexOf(next)))
    setSearch({ etape: next === 'projet' ? undefined : next })
    // The title of the step takes the focus, as that of a page does.
    setTimeout(() => heading.current?.focus())
  }

  // A fault found on sending may be in another step: that is where one goes.
  const { submitCount, errors } = form.formState
  const goToFault = useEffectEvent(() => {
    const faulty = steps.find((one) => fieldsOf[one].some((field) => errors[field] !== undefined))
    if (faulty !== undefined && faulty !== step) show(faulty)
  })
  useEffect(() => {
    if (submitCount > 0) goToFault()
  }, [submitCount])

  const addPartners = async (projectId: string, values: Proposal): Promise<FormFailure[]> => {
    const failures: FormFailure[] = []
    for (const [index, { centreId, ...terms }] of values.partners.entries()) {
      const done = await propose({ jointProjectId: projectId, centreId, ...terms }, { silent: true })
      for (const { code, field, message } of done.failures)
        failures.push({
          code,
          message,
          ...(field === undefined ? {} : { field: `partners.${index}.${field.replace(/^input\./, '')}` }),
        })
    }
    return failures
  }
  const send = async (values: Proposal): Promise<readonly FormFailure[]> => {
    const { partners: _partners, projectId: known, ...text } = values
    let projectId = known
    if (projectId === '') {
      const done = await draft({ ...text, originId: origin?.id ?? null }, { silent: true })
      if (!done.ok) return done.failures
      projectId = done.data.draftJointProject?.jointProject?.id ?? ''
    }
    const failures = await addPartners(projectId, values)
    if (failures.length > 0) {
      form.setValue('projectId', projectId, { shouldDirty: true })
      return failures
    }
    await clear()
    notify({ tone: 'good', text: t('saved', { title: values.title }) })
    await navigate({ to: addresses.project(projectId) as never })
    return []
  }

  const goOnOrSend = async (values: Proposal) => {
    if (step === 'relecture') return send(values)
    // The next step has not been tried yet: what it still lacks is no fault.
    form.reset(undefined, { keepValues: true, keepDefaultValues: true, keepDirty: true, keepTouched: true })
    show(steps[place + 1]!)
    return []
  }

  return (
    <Columns
      main={
        <>
          {resumedAt === undefined || drafted !== '' ? null : (
            <Banner
              title={t('resumed', { when: format.relative(resumedAt) })}
              actions={
                <Button
                  size="s"
                  onPress={() => {
                    void clear()
                    form.reset(first)
                    setResumedAt(undefined)
                    show('projet')
                  }}
                >
                  {t('startOver')}
                </Button>
              }
            >
              {t('resumedText')}
            </Banner>
          )}
          {origin === null ? (
            asked === '' ? null : (
              <Banner tone="signal" title={t('originMissing')} />
            )
          ) : (
            <p>
              {t('origin')}{' '}
              <Link href={addresses[origin.kind](origin.id)}>
                {t(`origin.${origin.kind}`, { title: origin.title })}
              </Link>
            </p>
          )}
          {drafted === '' ? null : (
            <Banner
              tone="signal"
              title={t('savedPartly', { count: form.getValues('partners').length })}
              actions={
                <LinkButton size="s" href={addresses.project(drafted)}>
                  {t('seeDraft')}
                </LinkButton>
              }
            >
              {t('savedPartlyText')}
            </Banner>
          )}
          <Steps
            label={t('steps')}
            current={step}
            onSelect={show}
            steps={steps.map((id, index) => ({
              id,
              label: t(`step.${id}`),
              isOpen: index <= reached && (drafted === '' || index >= steps.indexOf('centres')),
            }))}
          />
          <Form form={form} onSubmit={goOnOrSend} label={t('title')}>
            <div ref={heading} tabIndex={-1}>
              <Section title={t(`step.${step}`)} count={t('stepOf', { step: place + 1 })}>
                {step === 'projet' ? <ProposalTextFields form={form} /> : null}
                {step === 'part' ? (
                  <>
                    <ProposalTermFields form={form} />
                    <Section
                      title={t('yourPart', { centre: centre.shortName })}
                      lead={t('yourPartLead')}
                      level={3}
                    >
                      <DaysAndMoney form={form} />
                    </Section>
                  </>
                ) : null}
                {step === 'centres' ? (
                  <PartnersFields form={form} ownCentreId={centre.id} suggestions={origin?.centres ?? []} />
                ) : null}
                {step === 'relecture' ? (
                  <ProposalReview values={form.getValues()} ownCentre={centre.shortName} />
                ) : null}
              </Section>
            </div>
            <FormActions>
              <SubmitButton icon={step === 'relecture' ? undefined : <ArrowRight aria-hidden="true" />}>
                {t(step !== 'relecture' ? 'next' : drafted === '' ? 'save' : 'retry')}
              </SubmitButton>
              {place === 0 || (drafted !== '' && step === 'centres') ? null : (
                <Button icon={<ArrowLeft aria-hidden="true" />} onPress={() => show(steps[place - 1]!)}>
                  {t('back')}
                </Button>
              )}
            </FormActions>
            {step === 'relecture' ? <p>{t('saveOn')}</p> : null}
          </Form>
        </>
      }
      aside={<ProposalAside drafts={drafts} />}
    />
  )
}
