import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { ConfirmButton } from '@/ui/ConfirmAct'
import { EmptyState } from '@/ui/EmptyState'
import { LineList, Stack } from '@/ui/Layout'
import { Line } from '@/ui/Line'
import { Loaded } from '@/ui/Loaded'
import { Pill } from '@/ui/Pill'
import type { NewSecret } from '@/ui/SecretDialog'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { profileWords } from '../messages'
import styles from './Profile.module.css'
import { TokenDialog } from './TokenDialog'
import { TokenForm } from './TokenForm'

const tokensQuery = graphql(`
  query AccessTokens {
    viewer {
      id
      accessTokens {
        id
        name
        scope
        createdAt
        lastUsedOn
        expiresAt
      }
    }
  }
`)

const revokeToken = graphql(`
  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {
    revokeAccessToken(input: $input) {
      viewer {
        id
      }
    }
  }
`)

type Token = NonNullable<ResultOf<typeof tokensQuery>['viewer']>['accessTokens'][number]

/** The secrets with which programs act for the reader. */
export function Tokens() {
  const t = useWords(profileWords)
  const [result, again] = useQuery({ query: tokensQuery, requestPolicy: 'cache-and-network' })
  const [made, setMade] = useState<NewSecret>()
  return (
    <div className={styles.narrow}>
      <Stack>
        <p>{t('tokensLead')}</p>
        <Section title={t('tokensTitle')}>
          <Loaded
            result={result}
            find={(data) => data.viewer?.accessTokens}
            onRetry={() => again({ requestPolicy: 'network-only' })}
            skeleton={<Skeleton lines={3} />}
          >
            {(tokens) =>
              tokens.length === 0 ? (
                <EmptyState title={t('tokensNone')}>{t('tokensNoneText')}</EmptyState>
              ) : (
                <LineList label={t('tokensTitle')}>
                  {tokens.map((token) => (
                    <OneToken key={token.id} token={token} />
                  ))}
                </LineList>
              )
            }
          </Loaded>
        </Section>
        <Section title={t('newToken')}>
          <TokenForm onMade={setMade} />
        </Section>
      </Stack>
      <TokenDialog made={made} onClose={() => setMade(undefined)} />
    </div>
  )
}

function OneToken({ token }: { token: Token }) {
  const t = useWords(profileWords)
  const format = useFormat()
  const [revoke] = useAct(revokeToken)
  const { id, name, scope, createdAt, lastUsedOn, expiresAt } = token
  return (
    <Line
      name={
        <>
          {name}
          <Pill tone={scope === 'WRITE' ? 'signal' : 'plain'}>{t(`scope.${scope}`)}</Pill>
        </>
      }
      note={
        <>
          {t('created', { date: format.date(createdAt, 'dayShort') })},{' '}
          {lastUsedOn === null ? t('neverUsed') : t('usedOn', { date: format.date(lastUsedOn, 'dayShort') })},{' '}
          {t('expires', { date: format.date(expiresAt, 'dayShort') })}
        </>
      }
    >
      <ConfirmButton
        button={{
          size: 's',
          children: (
            <>
              {t('revoke')} <span className="visually-hidden">{name}</span>
            </>
          ),
        }}
        title={t('revokeTitle', { name })}
        confirm={t('revoke')}
        isDanger
        act={() => revoke({ accessTokenId: id })}
        said={t('revoked', { name })}
      >
        <p>{t('revokeText')}</p>
      </ConfirmButton>
    </Line>
  )
}
