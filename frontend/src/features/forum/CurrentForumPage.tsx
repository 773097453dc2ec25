import { getRouteApi, Navigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { forumWords } from './messages'

const currentForumQuery = graphql(`
  query CurrentForum {
    live: gatherings(filter: { states: [LIVE] }, first: 5) {
      nodes {
        id
        forum {
          id
        }
      }
    }
    latest: gatherings(filter: { states: [PUBLISHED, CLOSED, PROCEEDINGS_FINAL] }, first: 20) {
      nodes {
        id
        forum {
          id
        }
      }
    }
  }
`)

const route = getRouteApi('/shell/forum')

/** The forum that matters now: of a gathering going on, or else of the latest that has one. */
export function CurrentForumPage() {
  const t = useWords(forumWords)
  const { proposer } = route.useSearch()
  const [result, again] = useQuery({ query: currentForumQuery, requestPolicy: 'network-only' })
  return (
    <>
      <PageHeader title={t('looking')} />
      <Loaded
        result={result}
        find={(data) => data}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton shape="page" lines={6} />}
      >
        {({ live, latest }) => {
          const forum = [...live.nodes, ...latest.nodes].find((gathering) => gathering.forum !== null)?.forum
          return forum ? (
            <>
              {/* Its page may still have to be fetched. */}
              <Skeleton shape="page" lines={6} />
              <Navigate
                to={addresses.forum(forum.id) as never}
                search={(proposer ? { proposer } : {}) as never}
                replace
              />
            </>
          ) : (
            <EmptyState
              level={2}
              title={t('none')}
              action={<LinkButton href={addresses.gatherings()}>{t('seeGatherings')}</LinkButton>}
            >
              <p>{t('noneText')}</p>
            </EmptyState>
          )
        }}
      </Loaded>
    </>
  )
}
