import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { Avatar } from '@/ui/Avatar'
import { Card, CardGrid, CardTitle } from '@/ui/Card'
import { Pill } from '@/ui/Pill'
import { peopleWords } from '../messages'
import type { PersonSummary } from '../people'
import { Contact } from './Contact'
import { useJob } from './job'
import styles from './PeopleCards.module.css'
import { useThemeLabel } from '@/app/themes'

/** People one under the other, on a phone: who they are, and a press to reach them. */
export function PeopleCards({ people }: { people: readonly PersonSummary[] }) {
  const t = useWords(peopleWords)
  const job = useJob()
  const themeLabel = useThemeLabel()
  return (
    <CardGrid label={t('list')}>
      {people.map(({ id, name, job: family, active, centre, email, phone, themes }) => (
        <Card key={id} as="li">
          <div className={styles.head}>
            <Avatar name={name} />
            <div className={styles.who}>
              <CardTitle href={addresses.person(id)} level={2}>
                {name}
              </CardTitle>
              <span className={styles.what}>
                {job(family)}
                {centre === null ? null : ` · ${centre.shortName}`}
              </span>
            </div>
            {active ? (
              <span className={styles.reach}>
                <Contact name={name} email={email} phone={phone} />
              </span>
            ) : null}
          </div>
          {active ? null : (
            <span>
              <Pill>{t('closed')}</Pill>
            </span>
          )}
          {themes.length === 0 ? null : <p className={styles.themes}>{themes.map(themeLabel).join(', ')}</p>}
        </Card>
      ))}
    </CardGrid>
  )
}
