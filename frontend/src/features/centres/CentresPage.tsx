import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useAddress } from '@/app/useAddress'
import { useWords } from '@/i18n/useWords'
import { EmptyState } from '@/ui/EmptyState'
import { FilterBar } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { Skeleton } from '@/ui/Skeleton'
import { useMedia } from '@/ui/useMedia'
import { centresQuery } from './centres'
import styles from './CentresPage.module.css'
import { CentreRows } from './components/CentreRows'
import { CentresMap } from './components/CentresMap'
import { centreWords } from './messages'
import { regionOptions } from './regions'

export interface CentresSearch {
  q?: string
  region?: string
  ordre?: string
  apres?: string
}

const orders = ['NAME', 'CITY', 'JOINED'] as const
const page = 20
const route = getRouteApi('/shell/centres')

/** The centres of the network, in a list and on the map of France: each shows what is pointed at in the other. */
export function CentresPage() {
  const t = useWords(centreWords)
  const navigate = useNavigate()
  const search = route.useSearch() as CentresSearch
  const [, change] = useAddress<CentresSearch>()
  const [pointed, point] = useState<string>()
  const isNarrow = useMedia('(width < 60rem)')
  const filter = { search: search.q || undefined, region: search.region || undefined }
  const order = orders.find((known) => known === search.ordre) ?? 'NAME'
  const [result, again] = useQuery({
    query: centresQuery,
    variables: { filter, orderBy: order, first: page, after: search.apres || undefined },
  })

  /** Another narrowing begins at the first page. */
  const narrow = (patch: Partial<CentresSearch>) => change({ ...patch, apres: undefined })
  /** A page is a step that « back » takes back. */
  const turn = (apres: string | undefined) =>
    void navigate({ to: '.', search: ((before: CentresSearch) => ({ ...before, apres })) as never })

  return (
    <Stack>
      <PageHeader title={t('title')} lead={t('lead')} />
      <FilterBar
        label={t('filters')}
        fields={[
          { kind: 'search', name: 'q', label: t('search') },
          {
            kind: 'select',
            name: 'region',
            label: t('region'),
            options: regionOptions,
            any: t('anyRegion'),
          },
          {
            kind: 'select',
            name: 'ordre',
            label: t('order'),
            options: orders.slice(1).map((id) => ({ id, label: t(`order.${id}`) })),
            any: t('order.NAME'),
          },
        ]}
        values={{ ...search }}
        onChange={narrow}
        count={result.data?.centres.totalCount}
      />
      <Loaded
        result={result}
        find={(data) => data}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton lines={12} />}
      >
        {({ centres, onMap }) => {
          const map = (
            <CentresMap
              centres={onMap.nodes}
              total={centres.totalCount}
              region={search.region || undefined}
              onRegion={(region) => narrow({ region })}
              highlighted={pointed}
              onPoint={point}
              isFoldable={isNarrow}
            />
          )
          return (
            <div className={styles.beside}>
              {isNarrow ? map : null}
              <div className={styles.list}>
                {centres.nodes.length === 0 ? (
                  <EmptyState
                    level={2}
                    title={t(filter.search || filter.region ? 'emptyTitle' : 'noneTitle')}
                  >
                    {t(filter.search || filter.region ? 'emptyText' : 'noneText')}
                  </EmptyState>
                ) : (
                  <CentreRows centres={centres.nodes} highlighted={pointed} onPoint={point} />
                )}
                <Pager
                  hasNext={centres.pageInfo.hasNextPage}
                  onNext={() => turn(centres.pageInfo.endCursor ?? undefined)}
                  hasPrevious={Boolean(search.apres)}
                  onFirst={() => turn(undefined)}
                  shown={centres.nodes.length}
                  total={centres.totalCount}
                />
              </div>
              {isNarrow ? null : map}
            </div>
          )
        }}
      </Loaded>
    </Stack>
  )
}
