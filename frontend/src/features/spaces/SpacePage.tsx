import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { spaceWords } from './messages'

const spaceQuery = graphql(`
  query SpacePage($id: ID!) {
    space(id: $id) {
      id
      name
      capacity
      gathering {
        id
        name
        forum {
          id
        }
      }
      topicNow {
        id
      }
    }
  }
`)

const route = getRouteApi('/shell/espaces/$spaceId')

/** Whoever scans the code on a door is led to the session behind it; only where there is none does this page stay. */
export function SpacePage() {
  const t = useWords(spaceWords)
  const { spaceId } = route.useParams()
  const router = useRouter()
  const [result, again] = useQuery({
    query: spaceQuery,
    variables: { id: spaceId },
    requestPolicy: 'network-only',
  })
  const topicId = result.data?.space?.topicNow?.id
  useEffect(() => {
    if (topicId !== undefined) router.history.replace(`${addresses.topic(topicId)}?ici=true`)
  }, [topicId, router])
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => (topicId === undefined ? data.space : undefined)}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={<Skeleton shape="page" lines={4} />}
    >
      {(space) => (
        <Stack>
          <PageHeader
            eyebrow={t('eyebrow')}
            title={space.name}
            breadcrumbs={[{ label: space.gathering.name, href: addresses.gathering(space.gathering.id) }]}
            meta={<span>{t('seats', { count: space.capacity })}</span>}
          />
          <EmptyState
            level={2}
            title={t('none')}
            action={
              space.gathering.forum === null ? (
                <LinkButton href={addresses.gathering(space.gathering.id)}>{t('seeGathering')}</LinkButton>
              ) : (
                <LinkButton variant="primary" href={addresses.forum(space.gathering.forum.id)}>
                  {t('seeForum')}
                </LinkButton>
              )
            }
          >
            <p>{t('noneText')}</p>
          </EmptyState>
        </Stack>
      )}
    </Loaded>
  )
}
