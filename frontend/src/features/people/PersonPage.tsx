import { getRouteApi } from '@tanstack/react-router'
import { MessageCirclePlus, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { useViewer } from '@/app/session'
import { AddTaskDialog } from '@/features/tasks/components/AddTask'
import { useWords } from '@/i18n/useWords'
import { Avatar } from '@/ui/Avatar'
import { Banner } from '@/ui/Banner'
import { Button, LinkButton } from '@/ui/Button'
import { CentreBadge } from '@/ui/CentreBadge'
import { Columns, DefinitionList, Prose, Stack } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Pill } from '@/ui/Pill'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { AccountActs } from './components/AccountActs'
import { dialled } from './components/Contact'
import { useJob } from './components/job'
import { jobWords } from './components/jobMessages'
import { TakesPart } from './components/TakesPart'
import { Themes } from './components/Themes'
import { peopleWords } from './messages'
import { personQuery, type Person } from './people'
import styles from './PersonPage.module.css'

const route = getRouteApi('/shell/annuaire/$personId')

/** One person: who they are, how to reach them, and what they have really taken part in. */
export function PersonPage() {
  const { personId } = route.useParams()
  const [result, again] = useQuery({ query: personQuery, variables: { id: personId } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.staffMember}
      onRetry={readAgain}
      skeleton={<Skeleton shape="page" lines={8} />}
    >
      {(person) => <OnePerson key={person.id} person={person} onStale={readAgain} />}
    </Loaded>
  )
}

function OnePerson({ person, onStale }: { person: Person; onStale: () => void }) {
  const t = useWords(peopleWords)
  const tJob = useWords(jobWords)
  const job = useJob()
  return (
    <Stack>
      <div className={styles.head}>
        <span className={styles.avatar}>
          <Avatar name={person.name} size="l" />
        </span>
        <PageHeader
          title={person.name}
          breadcrumbs={[{ label: t('title'), href: addresses.people() }]}
          eyebrow={job(person.job)}
          state={
            person.networkRole === 'NONE' ? undefined : (
              <Pill tone="accent">{tJob(`role.${person.networkRole}`)}</Pill>
            )
          }
          meta={
            person.centre === null ? undefined : (
              <CentreBadge
                name={`${person.centre.shortName}, ${person.centre.city}`}
                href={addresses.centre(person.centre.id)}
              />
            )
          }
          actions={<Acts person={person} onStale={onStale} />}
        />
      </div>
      {person.active ? null : <Banner title={t('closedTitle')}>{t('closedText')}</Banner>}
      <Columns main={<TakesPart person={person} />} aside={<Facts person={person} />} />
    </Stack>
  )
}

function Acts({ person, onStale }: { person: Person; onStale: () => void }) {
  const t = useWords(peopleWords)
  const viewer = useViewer()
  const [isAsking, setAsking] = useState(false)
  const isOneself = viewer.staffMember.id === person.id
  // Teams ask of one another; a guest asks nothing and is asked nothing.
  const mayAsk = person.active && person.job !== 'GUEST' && viewer.staffMember.job !== 'GUEST'
  return (
    <>
      {person.viewerCanEdit ? (
        <LinkButton href={addresses.profile()} icon={<Pencil aria-hidden="true" />}>
          {t('edit')}
        </LinkButton>
      ) : null}
      {mayAsk ? (
        <Button
          variant={isOneself ? 'secondary' : 'primary'}
          icon={<MessageCirclePlus aria-hidden="true" />}
          onPress={() => setAsking(true)}
        >
          {t(isOneself ? 'askOneself' : 'ask')}
        </Button>
      ) : null}
      <AccountActs person={person} onStale={onStale} />
      <AddTaskDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        assignee={isOneself ? undefined : { id: person.id, name: person.name }}
      />
    </>
  )
}

function Facts({ person }: { person: Person }) {
  const t = useWords(peopleWords)
  const { email, phone, themes, bio, active } = person
  return (
    <>
      {bio === '' ? null : (
        <Section title={t('bio')}>
          <Prose>{bio}</Prose>
        </Section>
      )}
      <Section title={t('contact')}>
        {email === null ? (
          <p className={styles.note}>{t('noContact')}</p>
        ) : (
          <DefinitionList
            items={[
              {
                term: t('email'),
                value: (
                  <span className={styles.long}>
                    {active ? (
                      <Link href={`mailto:${email}`}>
                        <Mailbox email={email} />
                      </Link>
                    ) : (
                      <Mailbox email={email} />
                    )}
                  </span>
                ),
              },
              {
                term: t('phone'),
                value: phone && active ? <Link href={dialled(phone)}>{phone}</Link> : phone || t('noPhone'),
              },
            ]}
          />
        )}
      </Section>
      <Section title={t('themes')}>
        {themes.length === 0 ? <p className={styles.note}>{t('noThemes')}</p> : <Themes themes={themes} />}
      </Section>
    </>
  )
}

/** An address that may break after its « @ » rather than anywhere. */
function Mailbox({ email }: { email: string }) {
  const at = email.indexOf('@') + 1
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  )
}
