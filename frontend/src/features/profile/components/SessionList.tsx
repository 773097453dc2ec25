import { useQuery } from 'urql'
import { graphql, type ResultOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { LineList } from '@/ui/Layout'
import { Line } from '@/ui/Line'
import { Loaded } from '@/ui/Loaded'
import { Pill } from '@/ui/Pill'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { profileWords } from '../messages'

const sessionsQuery = graphql(`
  query Sessions {
    viewer {
      id
      sessions {
        id
        device
        createdAt
        lastUsedAt
        current
      }
    }
  }
`)

const revokeSession = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      viewer {
        id
      }
    }
  }
`)

type Session = NonNullable<ResultOf<typeof sessionsQuery>['viewer']>['sessions'][number]

/** The browsers that are signed in as the reader: this one first. */
export function SessionList() {
  const t = useWords(profileWords)
  const [result, again] = useQuery({ query: sessionsQuery, requestPolicy: 'cache-and-network' })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return (
    <Loaded
      result={result}
      find={(data) => data.viewer?.sessions}
      onRetry={readAgain}
      skeleton={<Skeleton lines={3} />}
    >
      {(sessions) => (
        <LineList label={t('sessions')}>
          {[...sessions]
            .sort((a, b) => Number(b.current) - Number(a.current))
            .map((session) => (
              <OneSession key={session.id} session={session} />
            ))}
        </LineList>
      )}
    </Loaded>
  )
}

function OneSession({ session }: { session: Session }) {
  const t = useWords(profileWords)
  const format = useFormat()
  const [revoke, { isPending }] = useAct(revokeSession)
  const { id, device, createdAt, lastUsedAt, current } = session
  return (
    <Line
      name={
        <>
          {device}
          {current ? <Pill tone="accent">{t('current')}</Pill> : null}
        </>
      }
      note={`${t('opened', { at: format.relative(createdAt) })}, ${t('used', { at: format.relative(lastUsedAt) })}`}
    >
      {current ? null : (
        <Button
          size="s"
          isPending={isPending}
          aria-label={t('endSessionOf', { device })}
          onPress={() =>
            void revoke({ sessionId: id }).then(({ ok }) => {
              if (ok) notify({ tone: 'good', text: t('sessionEnded') })
            })
          }
        >
          {t('endSession')}
        </Button>
      )}
    </Line>
  )
}
