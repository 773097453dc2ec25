import { useState } from 'react'
import { useQuery } from 'urql'
import { isNarrowed, useListAddress, useOrder } from '@/app/useListAddress'
import { useWords } from '@/i18n/useWords'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { ListFilters, ListPage } from '@/ui/Listing'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
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

/** The centres of the network, in a list and on the map of France: each shows what is pointed at in the other. */
export function CentresPage() {
  const t = useWords(centreWords)
  const place = useListAddress<CentresSearch>()
  const { search, narrow } = place
  const [pointed, point] = useState<string>()
  const isNarrow = useMedia('(width < 60rem)')
  const filter = { search: search.q || undefined, region: search.region || undefined }
  const [order] = useOrder(place, orders)
  const narrowed = isNarrowed(filter)
  const [result, again] = useQuery({
    query: centresQuery,
    variables: { filter, orderBy: order, first: page, after: search.apres || undefined },
  })
  return (
    <Stack>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ListFilters
        place={place}
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
                <ListPage
                  place={place}
                  page={centres}
                  empty={
                    <EmptyState level={2} title={t(narrowed ? 'emptyTitle' : 'noneTitle')}>
                      {t(narrowed ? 'emptyText' : 'noneText')}
                    </EmptyState>
                  }
                >
                  {(nodes) => <CentreRows centres={nodes} highlighted={pointed} onPoint={point} />}
                </ListPage>
              </div>
              {isNarrow ? null : map}
            </div>
          )
        }}
      </Loaded>
    </Stack>
  )
}
