import { Plus, Trash2 } from 'lucide-react'
import { useFieldArray, type UseFormReturn, useWatch } from 'react-hook-form'
import { useWords } from '@/i18n/useWords'
import { Button, IconButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Row } from '@/ui/Layout'
import { newPartner, type Proposal, type ProposalDraft } from '../proposal'
import { proposalWords } from '../proposalMessages'
import { CentreField } from './CentreField'
import { Conditions, DaysAndMoney } from './PartFields'
import styles from './PartnersFields.module.css'
import { RoleField } from './RoleField'

export interface PartnersFieldsProps {
  form: UseFormReturn<ProposalDraft, unknown, Proposal>
  ownCentreId: string
  /** Centres of the group the project comes from: one press adds them. */
  suggestions: readonly { id: string; shortName: string }[]
}

/** The centres that will be asked, each with what it is asked for. */
export function PartnersFields({ form, ownCentreId, suggestions }: PartnersFieldsProps) {
  const t = useWords(proposalWords)
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'partners' })
  const chosen = useWatch({ control: form.control, name: 'partners' }).flatMap(({ centreId }) =>
    centreId === null ? [] : [centreId],
  )
  const offered = suggestions.filter(({ id }) => id !== ownCentreId && !chosen.includes(id))
  return (
    <div className={styles.partners}>
      <p className={styles.lead}>{t('partnersLead')}</p>
      {offered.length === 0 ? null : (
        <div className={styles.offered} role="group" aria-label={t('fromGroup')}>
          <span className={styles.offeredLabel}>{t('fromGroup')}</span>
          <Row>
            {offered.map(({ id, shortName }) => (
              <Button
                key={id}
                size="s"
                icon={<Plus aria-hidden="true" />}
                aria-label={t('suggestion', { centre: shortName })}
                onPress={() => append({ ...newPartner, centreId: id }, { shouldFocus: false })}
              >
                {shortName}
              </Button>
            ))}
          </Row>
        </div>
      )}
      {fields.length === 0 ? (
        <EmptyState title={t('noPartner')}>{t('noPartnerText')}</EmptyState>
      ) : (
        <ol className={styles.list}>
          {fields.map((field, index) => (
            <li key={field.id} className={styles.partner}>
              <div className={styles.head}>
                <h3>{t('partner', { number: index + 1 })}</h3>
                <IconButton
                  label={t('removePartner')}
                  icon={<Trash2 aria-hidden="true" />}
                  onPress={() => remove(index)}
                />
              </div>
              <div className={styles.pair}>
                <CentreField
                  form={form}
                  name={`partners.${index}.centreId`}
                  without={[ownCentreId, ...chosen]}
                />
                <RoleField form={form} name={`partners.${index}.role`} />
              </div>
              <DaysAndMoney form={form} prefix={`partners.${index}.`} />
              <Conditions form={form} prefix={`partners.${index}.`} />
            </li>
          ))}
        </ol>
      )}
      <div>
        <Button icon={<Plus aria-hidden="true" />} onPress={() => append(newPartner)}>
          {t('addCentre')}
        </Button>
      </div>
    </div>
  )
}
