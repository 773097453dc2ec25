import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { EmptyState } from '@/ui/EmptyState'
import { Loaded } from '@/ui/Loaded'
import { Skeleton } from '@/ui/Skeleton'
import { preparationWords } from '../preparationMessages'
import { agendaRelease, Releases } from './Releases'

const releasesQuery = graphql(
  `
    query AgendaReleases($id: ID!) {
      gathering(id: $id) {
        id
        releases {
          id
          ...AgendaRelease
        }
      }
    }
  `,
  [agendaRelease],
)

/** Every release of a gathering's programme, read when one wants to see them. */
export function ReleaseHistory({ gatheringId }: { gatheringId: string }) {
  const t = useWords(preparationWords)
  const [result, again] = useQuery({ query: releasesQuery, variables: { id: gatheringId } })
  return (
    <Loaded
      result={result}
      find={(data) => data.gathering}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={<Skeleton lines={4} />}
    >
      {({ releases }) =>
        releases.length === 0 ? <EmptyState title={t('releasesNone')} /> : <Releases releases={releases} />
      }
    </Loaded>
  )
}
