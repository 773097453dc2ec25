import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { Markdown } from '@/ui/Markdown'
import { sessionWords } from '../sessionMessages'
import styles from './HarvestText.module.css'

export interface HarvestLike {
  said: string
  decided: string
  nextSteps: string
  carriesOn: string
  carriers?: readonly { id: string; name: string }[]
}

/** The four fields of a harvest, those that were written. `isBrief` keeps each to a few lines. */
export function HarvestText({ harvest, isBrief = false }: { harvest: HarvestLike; isBrief?: boolean }) {
  const t = useWords(sessionWords)
  const carriers = harvest.carriers ?? []
  const fields = [
    { label: t('said'), text: harvest.said },
    { label: t('decided'), text: harvest.decided },
    { label: t('nextSteps'), text: harvest.nextSteps },
  ].filter(({ text }) => text !== '')
  return (
    <dl className={styles.harvest} data-brief={isBrief || undefined}>
      {fields.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Markdown text={text} />
          </dd>
        </div>
      ))}
      {harvest.carriesOn === '' && carriers.length === 0 ? null : (
        <div>
          <dt>{t('carriesOn')}</dt>
          <dd>
            {harvest.carriesOn === '' ? null : <Markdown text={harvest.carriesOn} />}
            {carriers.length === 0 ? null : (
              <ul className={styles.people}>
                {carriers.map((person) => (
                  <li key={person.id}>
                    <Link href={addresses.person(person.id)} quiet>
                      {person.name}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      )}
    </dl>
  )
}
