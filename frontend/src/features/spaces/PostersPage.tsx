import { getRouteApi } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useQuery } from 'urql'
import { addresses, whole } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { Code } from '@/features/forum/components/Code'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { spaceWords } from './messages'
import styles from './PostersPage.module.css'

const postersQuery = graphql(`
  query Posters($id: ID!) {
    gathering(id: $id) {
      id
      name
      forum {
        id
        name
        spaces {
          id
          name
          capacity
        }
      }
    }
  }
`)

const route = getRouteApi('/shell/rencontres/$gatheringId/espaces/affiches')

/** One sheet for each door, to be printed: its name from afar, its code from near. */
export function PostersPage() {
  const t = useWords(spaceWords)
  const { gatheringId } = route.useParams()
  const [result, again] = useQuery({ query: postersQuery, variables: { id: gatheringId } })
  return (
    <Loaded
      isPage
      result={result}
      find={(data) => data.gathering}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={<Skeleton shape="page" lines={6} />}
    >
      {(gathering) => {
        const spaces = gathering.forum?.spaces ?? []
        return (
          <Stack>
            <div className={styles.head}>
              <PageHeader
                title={t('posters')}
                lead={t('postersLead')}
                breadcrumbs={[{ label: gathering.name, href: addresses.gathering(gathering.id) }]}
                actions={
                  spaces.length === 0 ? undefined : (
                    <Button
                      variant="primary"
                      icon={<Printer aria-hidden="true" />}
                      onPress={() => window.print()}
                    >
                      {t('print')}
                    </Button>
                  )
                }
              />
            </div>
            {spaces.length === 0 ? (
              <EmptyState level={2} title={t('postersNone')}>
                <p>{t('postersNoneText')}</p>
              </EmptyState>
            ) : (
              <ul className={styles.posters}>
                {spaces.map((space) => {
                  const address = whole(addresses.space(space.id))
                  return (
                    <li key={space.id} className={styles.poster}>
                      <p className={styles.gathering}>{gathering.name}</p>
                      <h2 className={styles.name}>{space.name}</h2>
                      <div className={styles.code}>
                        <Code text={address} />
                      </div>
                      <p className={styles.scan}>{t('scan')}</p>
                      <p className={styles.address}>{address}</p>
                    </li>
                  )
                })}
              </ul>
            )}
          </Stack>
        )
      }}
    </Loaded>
  )
}
