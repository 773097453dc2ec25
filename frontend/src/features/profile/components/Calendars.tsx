import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { graphql, type ResultOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { ConfirmButton } from '@/ui/ConfirmAct'
import { EmptyState } from '@/ui/EmptyState'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormTextField } from '@/ui/FormTextField'
import { LineList, Stack } from '@/ui/Layout'
import { Line } from '@/ui/Line'
import { Loaded } from '@/ui/Loaded'
import type { NewSecret } from '@/ui/SecretDialog'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { calendarWords } from '../calendarMessages'
import { CalendarDialog } from './CalendarDialog'
import styles from './Profile.module.css'

const calendarsQuery = graphql(`
  query CalendarLinks {
    viewer {
      id
      calendarLinks {
        id
        name
        createdAt
        lastUsedOn
      }
    }
  }
`)

const createLink = graphql(`
  mutation CreateCalendarLink($input: CreateCalendarLinkInput!) {
    createCalendarLink(input: $input) {
      secret
      viewer {
        id
      }
    }
  }
`)

const revokeLink = graphql(`
  mutation RevokeCalendarLink($input: RevokeCalendarLinkInput!) {
    revokeCalendarLink(input: $input) {
      viewer {
        id
      }
    }
  }
`)

type Link = NonNullable<ResultOf<typeof calendarsQuery>['viewer']>['calendarLinks'][number]

const nameMax = 80

/** The addresses at which the reader's calendars follow their programme. */
export function Calendars() {
  const t = useWords(calendarWords)
  const [result, again] = useQuery({ query: calendarsQuery, requestPolicy: 'cache-and-network' })
  const [made, setMade] = useState<NewSecret>()
  return (
    <div className={styles.narrow}>
      <Stack>
        <div className={styles.spaced}>
          <p>{t('lead')}</p>
          <p className={styles.note}>{t('secretLead')}</p>
        </div>
        <Section title={t('title')}>
          <Loaded
            result={result}
            find={(data) => data.viewer?.calendarLinks}
            onRetry={() => again({ requestPolicy: 'network-only' })}
            skeleton={<Skeleton lines={3} />}
          >
            {(links) =>
              links.length === 0 ? (
                <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
              ) : (
                <LineList label={t('title')}>
                  {links.map((link) => (
                    <OneCalendar key={link.id} link={link} />
                  ))}
                </LineList>
              )
            }
          </Loaded>
        </Section>
        <Section title={t('newTitle')}>
          <CalendarForm onMade={setMade} />
        </Section>
      </Stack>
      <CalendarDialog made={made} onClose={() => setMade(undefined)} />
    </div>
  )
}

/** Asks for an address; its secret goes to whoever shows it, and is kept nowhere. */
function CalendarForm({ onMade }: { onMade: (made: NewSecret) => void }) {
  const t = useWords(calendarWords)
  const [create] = useAct(createLink)
  const form = useForm({
    defaultValues: { name: '' },
    resolver: valibotResolver(
      v.object({
        name: v.pipe(
          v.string(),
          v.trim(),
          v.nonEmpty(t('nameNeeded')),
          v.maxLength(nameMax, t('long', { max: nameMax })),
        ),
      }),
    ),
  })
  return (
    <Form
      form={form}
      label={t('newTitle')}
      onSubmit={async ({ name }) => {
        const done = await create({ name }, { silent: true })
        if (!done.ok) return done.failures
        form.reset()
        const secret = done.data.createCalendarLink?.secret
        if (secret) onMade({ name, secret })
        else notify({ tone: 'danger', text: t('lost') })
        return []
      }}
    >
      <FormTextField
        form={form}
        name="name"
        label={t('name')}
        help={t('nameHelp')}
        maxLength={nameMax}
        isRequired
      />
      <FormActions>
        <SubmitButton>{t('create')}</SubmitButton>
      </FormActions>
    </Form>
  )
}

function OneCalendar({ link }: { link: Link }) {
  const t = useWords(calendarWords)
  const format = useFormat()
  const [revoke] = useAct(revokeLink)
  const { id, name, createdAt, lastUsedOn } = link
  return (
    <Line
      name={name}
      note={
        <>
          {t('made', { date: format.date(createdAt, 'day') })} ·{' '}
          {lastUsedOn === null ? t('neverUsed') : t('usedOn', { date: format.date(lastUsedOn, 'day') })}
        </>
      }
    >
      <ConfirmButton
        button={{ size: 's', 'aria-label': t('revokeOf', { name }), children: t('revoke') }}
        title={t('revokeTitle', { name })}
        confirm={t('revoke')}
        isDanger
        act={() => revoke({ calendarLinkId: id })}
        said={t('revoked', { name })}
      >
        <p>{t('revokeText')}</p>
      </ConfirmButton>
    </Line>
  )
}
