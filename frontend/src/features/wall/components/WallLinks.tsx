import { ExternalLink, Plus } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses, whole } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button, buttonLook } from '@/ui/Button'
import { ConfirmButton } from '@/ui/ConfirmAct'
import { LineList } from '@/ui/Layout'
import { Line } from '@/ui/Line'
import { Loaded } from '@/ui/Loaded'
import { Pill } from '@/ui/Pill'
import { Secret } from '@/ui/Secret'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { roomWallWords } from '../messages'
import styles from './WallLinks.module.css'

const linksQuery = graphql(`
  query WallLinks($gatheringId: ID!) {
    gathering(id: $gatheringId) {
      id
      walls {
        id
        madeAt
        revokedAt
        madeBy {
          id
          name
        }
      }
    }
  }
`)

const createWall = graphql(`
  mutation CreateWall($input: CreateWallInput!) {
    createWall(input: $input) {
      secret
      gathering {
        id
      }
    }
  }
`)

const revokeWall = graphql(`
  mutation RevokeWall($input: RevokeWallInput!) {
    revokeWall(input: $input) {
      wallLink {
        id
        revokedAt
      }
    }
  }
`)

type Link = NonNullable<ResultOf<typeof linksQuery>['gathering']>['walls'][number]

/** The addresses that open a gathering's wall: one is made for each projector, and revoked when it has served. */
export function WallLinks({ gatheringId }: { gatheringId: string }) {
  const t = useWords(roomWallWords)
  const [result, again] = useQuery({ query: linksQuery, variables: { gatheringId } })
  const [create, { isPending }] = useAct(createWall)
  const [secret, setSecret] = useState<string>()
  const make = async () => {
    const done = await create({ gatheringId })
    if (!done.ok) return
    const made = done.data.createWall?.secret
    if (made) setSecret(made)
    else notify({ tone: 'danger', text: t('lost') })
  }
  return (
    <div className={styles.links}>
      <p>{t('linkLead')}</p>
      {secret === undefined ? (
        <div>
          <Button
            variant="primary"
            icon={<Plus aria-hidden="true" />}
            isPending={isPending}
            onPress={() => void make()}
          >
            {t('make')}
          </Button>
        </div>
      ) : (
        <NewLink secret={secret} onDone={() => setSecret(undefined)} />
      )}
      <Loaded
        result={result}
        find={(data) => data.gathering?.walls}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton lines={2} />}
      >
        {(links) =>
          links.length === 0 ? (
            <p className={styles.note}>{t('none')}</p>
          ) : (
            <LineList label={t('links')}>
              {links.map((link) => (
                <OneLink key={link.id} link={link} />
              ))}
            </LineList>
          )
        }
      </Loaded>
    </div>
  )
}

/** Shown once. Another machine shows it, so it is made to be copied or opened. */
function NewLink({ secret, onDone }: { secret: string; onDone: () => void }) {
  const t = useWords(roomWallWords)
  const address = whole(addresses.wall(secret))
  return (
    <Banner tone="signal" title={t('made')}>
      <div className={styles.links}>
        <p>{t('madeText')}</p>
        <Secret label={t('made')} value={address}>
          <a
            href={address}
            target="_blank"
            rel="noreferrer"
            className={buttonLook({ size: 's', variant: 'secondary' })}
          >
            <ExternalLink aria-hidden="true" />
            <span>{t('open')}</span>
          </a>
          <Button size="s" variant="quiet" onPress={onDone}>
            {t('madeDone')}
          </Button>
        </Secret>
      </div>
    </Banner>
  )
}

function OneLink({ link }: { link: Link }) {
  const t = useWords(roomWallWords)
  const format = useFormat()
  const [revoke] = useAct(revokeWall)
  const made = { name: link.madeBy.name, when: format.date(link.madeAt, 'dayAndTime') }
  return (
    <Line
      name={t('line', made)}
      note={
        link.revokedAt === null ? (
          <Pill tone="good">{t('alive')}</Pill>
        ) : (
          t('revokedAt', { when: format.date(link.revokedAt, 'dayAndTime') })
        )
      }
    >
      {link.revokedAt === null ? (
        <ConfirmButton
          button={{ size: 's', 'aria-label': t('revokeOf', made), children: t('revoke') }}
          title={t('revokeTitle')}
          confirm={t('revoke')}
          isDanger
          act={() => revoke({ wallLinkId: link.id })}
          said={t('revoked')}
        >
          <p>{t('revokeText')}</p>
        </ConfirmButton>
      ) : null}
    </Line>
  )
}
