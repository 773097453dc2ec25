import { useState } from 'react'
import { useAct } from '@/app/mutate'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { FormActions } from '@/ui/Form'
import { Section } from '@/ui/Section'
import { notify } from '@/ui/Toast'
import { signMutation } from '../acts'
import { pageWords } from '../pageMessages'
import { loadWith, sameTerms, signedTerms, type Part, type Terms } from '../project'
import { termsWords } from '../termsMessages'
import { TermsChange } from './TermsChange'
import { TermsSheet } from './TermsSheet'

export interface SignDialogProps {
  projectTitle: string
  /** The part as it now stands; it may change while the dialog is open. */
  part: Part
  isOpen: boolean
  onClose: () => void
  onDecline: () => void
  /** Asks the server for the project as it now is. */
  onReread: () => void
}

/** Shows exactly what is signed, and signs that: when the terms move under the reader's eyes, nothing is signed unread. */
export function SignDialog(props: SignDialogProps) {
  const t = useWords(pageWords)
  return (
    <Dialog
      title={t('signDialog', { centre: props.part.centre.name })}
      isOpen={props.isOpen}
      onClose={props.onClose}
      size="l"
    >
      {props.isOpen ? <Sheet {...props} /> : null}
    </Dialog>
  )
}

function Sheet({ projectTitle, part, onClose, onDecline, onReread }: SignDialogProps) {
  const t = useWords(pageWords)
  const tTerms = useWords(termsWords)
  const say = useStates()
  const format = useFormat()
  const [sign, { isPending }] = useAct(signMutation)
  // The version on which the reader's eyes are. Another one has to be read before it can be signed.
  const [read, setRead] = useState<Terms>(part.commitment)
  const now = part.commitment
  const isStale = read.version !== now.version || !sameTerms(read, now)
  const signed = signedTerms(part)

  const go = async () => {
    const done = await sign({ partnershipId: part.id, commitmentVersion: read.version }, { silent: true })
    if (done.ok) {
      notify({ tone: 'good', text: t('signed', { centre: part.centre.shortName }) })
      return onClose()
    }
    for (const { code, message } of done.failures) {
      if (code !== 'CONFLICT') notify({ tone: 'danger', text: message })
    }
    onReread()
  }

  if (!part.viewerCanSign) {
    return (
      <>
        <Banner tone="signal" title={t('goneTitle')}>
          {t('goneText', { state: say('Partnership', part.state).label })}
        </Banner>
        <FormActions>
          <Button onPress={onClose}>{t('close')}</Button>
        </FormActions>
      </>
    )
  }
  return (
    <>
      {isStale ? (
        <>
          <Banner tone="signal" title={t('staleTitle')}>
            {t('staleText', { read: read.version, now: now.version })}
          </Banner>
          <TermsChange before={read} now={now} />
        </>
      ) : (
        <>
          <p>{t('signLead', { title: projectTitle })}</p>
          <TermsSheet
            centre={part.centre.name}
            as={part.role}
            terms={read}
            note={`${tTerms('version', { version: read.version })}, ${tTerms('proposedOn', { date: format.date(read.proposedAt, 'dayShort') })}`}
          />
          {part.state === 'TO_RECONFIRM' && signed !== undefined && !sameTerms(signed, read) ? (
            <Section title={t('sinceSigned', { version: signed.version })} level={3}>
              <TermsChange before={signed} now={read} />
            </Section>
          ) : null}
        </>
      )}
      <Load part={part} />
      {isStale ? (
        <FormActions>
          <Button variant="primary" onPress={() => setRead(now)}>
            {t('staleRead', { version: now.version })}
          </Button>
        </FormActions>
      ) : (
        <FormActions>
          <Button variant="primary" onPress={() => void go()} isPending={isPending}>
            {t('signVersion', { version: read.version })}
          </Button>
          {part.role === 'LEAD' ? null : <Button onPress={onDecline}>{t('decline')}</Button>}
        </FormActions>
      )}
    </>
  )
}

/** What the centre carries over the same months, with and without this signature. */
function Load({ part }: { part: Part }) {
  const t = useWords(pageWords)
  const total = loadWith(part)
  if (total === null) return null
  const count = total - part.commitment.personDays
  return (
    <Section title={t('loadTitle')} level={3}>
      <p>{count === 0 ? t('loadAlone', { total }) : t('loadWith', { count, total })}</p>
    </Section>
  )
}
