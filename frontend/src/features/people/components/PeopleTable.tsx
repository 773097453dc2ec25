import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { Avatar } from '@/ui/Avatar'
import { Link } from '@/ui/Link'
import { Pill } from '@/ui/Pill'
import { Table, type Column } from '@/ui/Table'
import { peopleWords } from '../messages'
import type { PersonSummary } from '../people'
import { Contact } from './Contact'
import { useJob } from './job'
import styles from './PeopleTable.module.css'
import { useThemeLabel } from '@/app/themes'

/** People side by side, on a wide screen. */
export function PeopleTable({ people }: { people: readonly PersonSummary[] }) {
  const t = useWords(peopleWords)
  const job = useJob()
  const themeLabel = useThemeLabel()
  const columns: Column<PersonSummary, never>[] = [
    {
      id: 'name',
      header: t('name'),
      isRowHeader: true,
      cell: ({ id, name, active }) => (
        <span className={styles.person}>
          <Avatar name={name} size="s" />
          <span>
            <Link href={addresses.person(id)} quiet>
              {name}
            </Link>
            {active ? null : (
              <span className={styles.closed}>
                <Pill>{t('closed')}</Pill>
              </span>
            )}
          </span>
        </span>
      ),
    },
    { id: 'job', header: t('job'), cell: (person) => job(person.job) },
    {
      id: 'centre',
      header: t('centre'),
      cell: ({ centre }) =>
        centre === null ? (
          ''
        ) : (
          <Link href={addresses.centre(centre.id)} quiet>
            {centre.shortName}
          </Link>
        ),
    },
    {
      id: 'themes',
      header: t('themes'),
      cell: ({ themes }) => <span className={styles.themes}>{themes.map(themeLabel).join(', ')}</span>,
    },
    {
      id: 'contact',
      header: t('contact'),
      cell: ({ name, email, phone, active }) =>
        active ? (
          <span className={styles.contact}>
            <Contact name={name} email={email} phone={phone} />
          </span>
        ) : null,
    },
  ]
  return <Table label={t('list')} columns={columns} rows={people} rowKey={({ id }) => id} />
}
