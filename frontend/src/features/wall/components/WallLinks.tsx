import { Check, Copy, ExternalLink, Plus } from 'lucide-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql, type ResultOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button, buttonLook } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { LineList } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { Pill } from '@/ui/Pill'
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
                <li key={link.id} className={styles.line}>
                  <OneLink link={link} />
                </li>
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
  const [isCopied, setCopied] = useState(false)
  const address = new URL(addresses.wall(secret), window.location.origin).href
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setCopied(true)
    } catch {
      notify({ tone: 'danger', text: t('copyFailed') })
    }
  }
  return (
    <Banner tone="signal" title={t('made')}>
      <div className={styles.made}>
        <p>{t('madeText')}</p>
        <code className={styles.code} aria-label={t('made')}>
          {address}
        </code>
        <div className={styles.acts}>
          <Button
            size="s"
            variant="primary"
            icon={isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
            onPress={() => void copy()}
          >
            {t(isCopied ? 'copied' : 'copy')}
          </Button>
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
          <span role="status" className="visually-hidden">
            {isCopied ? t('copied') : ''}
          </span>
        </div>
      </div>
    </Banner>
  )
}

function OneLink({ link }: { link: Link }) {
  const t = useWords(roomWallWords)
  const format = useFormat()
  const [isAsking, setAsking] = useState(false)
  const [revoke, { isPending }] = useAct(revokeWall)
  const made = { name: link.madeBy.name, when: format.date(link.madeAt, 'dayAndTime') }
  return (
    <>
      <span className={styles.what}>{t('line', made)}</span>
      {link.revokedAt === null ? (
        <>
          <Pill tone="good">{t('alive')}</Pill>
          <Button size="s" aria-label={t('revokeOf', made)} onPress={() => setAsking(true)}>
            {t('revoke')}
          </Button>
        </>
      ) : (
        <span className={styles.note}>
          {t('revokedAt', { when: format.date(link.revokedAt, 'dayAndTime') })}
        </span>
      )}
      <ConfirmDialog
        title={t('revokeTitle')}
        confirm={t('revoke')}
        isDanger
        isPending={isPending}
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={() =>
          void revoke({ wallLinkId: link.id }).then(({ ok }) => {
            setAsking(false)
            if (ok) notify({ tone: 'good', text: t('revoked') })
          })
        }
      >
        <p>{t('revokeText')}</p>
      </ConfirmDialog>
    </>
  )
}
