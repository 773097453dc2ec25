import { useMemo, useState } from 'react'
import { useQuery } from 'urql'
import { useLive } from '@/app/live'
import { useStates } from '@/app/states'
import { useAddress } from '@/app/useAddress'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { NewItems } from '@/ui/NewItems'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { useAttention } from './useAttention'
import { Attention } from './components/Attention'
import { ExportMenu } from './components/ExportMenu'
import { TieFactsDialog, TopicsDialog } from './components/dialogs'
import { Fates } from './components/Fates'
import { ByState, Figures } from './components/Figures'
import { Measures } from './components/Measures'
import { PeriodBar } from './components/PeriodBar'
import { Ties } from './components/Ties'
import type { ObservatorySearch } from './links'
import { observatoryWords } from './messages'
import {
  fatesFrom,
  fateSteps,
  observatoryQuery,
  tiesBeforeQuery,
  type Fate,
  type Observatory,
} from './observatory'
import { askedPeriod, faultOf, periodBefore } from './period'
import { tieWords } from './tieMessages'
import { tieRows, withoutTie } from './ties'

/** Cooperation over the network in a period: the figures, the ties, what asks for attention, what became of topics. */
export function ObservatoryPage() {
  const t = useWords(observatoryWords)
  const format = useFormat()
  const [search, setSearch] = useAddress<ObservatorySearch>()
  const [today] = useState(() => format.dayOf(Date.now()))
  const [news, setNews] = useState(0)
  const period = askedPeriod(search, today)
  const fault = faultOf(period)
  const themeId = search.theme || null
  const [result, again] = useQuery({
    query: observatoryQuery,
    variables: { period, themeId },
    pause: fault !== undefined,
  })
  const [before, beforeAgain] = useQuery({
    query: tiesBeforeQuery,
    variables: { period: fault === undefined ? periodBefore(period) : period, themeId },
    pause: fault !== undefined,
  })
  const [attention, attentionAgain] = useAttention(themeId)
  const readAgain = () => {
    setNews(0)
    for (const read of [again, beforeAgain]) read({ requestPolicy: 'network-only' })
    attentionAgain()
  }
  // Figures do not change under the eyes of who reads them.
  useLive({}, (facts) => setNews((count) => count + facts.length))

  const observatory = result.data?.observatory
  const rows = useMemo(
    () =>
      observatory ? tieRows(observatory, before.data?.observatory, result.data?.centres.nodes ?? []) : [],
    [observatory, before.data, result.data],
  )
  const found = attention.data ?? undefined
  return (
    <Stack>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          observatory ? <ExportMenu observatory={observatory} rows={rows} themeId={themeId} /> : undefined
        }
      />
      <div>
        <PeriodBar
          today={today}
          period={period}
          fault={fault}
          counted={observatory ?? undefined}
          theme={search.theme ?? ''}
          onChange={setSearch}
        />
        <NewItems count={news} onShow={readAgain} />
      </div>
      <Loaded
        level={2}
        result={result}
        find={(data) => data.observatory}
        onRetry={readAgain}
        skeleton={<Skeleton shape="page" lines={10} />}
      >
        {(now) => (
          <>
            <Figures
              observatory={now}
              search={search}
              attention={found && found.groups.totalCount + found.projects.totalCount}
            />
            <Ties
              observatory={now}
              rows={rows}
              isCompared={before.data?.observatory !== undefined}
              search={search}
              onSearch={setSearch}
            />
            <Measures observatory={now} search={search} />
            <ByState observatory={now} search={search} />
            <Loaded result={attention} find={(data) => data} onRetry={attentionAgain}>
              {(signals) => (
                <Attention
                  found={signals}
                  search={search}
                  isolates={withoutTie(
                    now,
                    result.data?.centres.nodes ?? [],
                    result.data?.centres.totalCount ?? 0,
                  )}
                  isolateCount={now.measures.find(({ code }) => code === 'ISOLATES')?.value ?? 0}
                />
              )}
            </Loaded>
            <Fates forums={now.forums} search={search} />
            <Opened observatory={now} search={search} onSearch={setSearch} />
          </>
        )}
      </Loaded>
    </Stack>
  )
}

/** The list that the address says is open: the facts of two centres, or the topics behind a figure. */
function Opened({
  observatory,
  search,
  onSearch,
}: {
  observatory: Observatory
  search: ObservatorySearch
  onSearch: (patch: ObservatorySearch) => void
}) {
  const t = useWords(tieWords)
  const say = useStates()
  const centre = (id: string | undefined) => {
    const found = observatory.centres.find(({ centreId }) => centreId === id)
    return found && { id: found.centreId, label: found.shortName }
  }
  const [a, b] = [centre(search.a), centre(search.b)]
  const forum = observatory.forums.find(({ forumId }) => forumId === search.forum)
  const { fates, title } = fatesAsked(search.devenir ?? '', t, (fate) => say('TopicFate', fate).label)
  const areTopicsOpen = fates !== undefined && (forum !== undefined || search.forum === '*')
  return (
    <>
      {a === undefined || b === undefined || a.id === b.id ? null : (
        <TieFactsDialog
          a={a}
          b={b}
          period={observatory}
          isThemed={Boolean(search.theme)}
          isOpen
          onClose={() => onSearch({ a: undefined, b: undefined })}
        />
      )}
      {areTopicsOpen ? (
        <TopicsDialog
          title={forum === undefined ? title : t('topicsOf', { forum: forum.name, title })}
          forumId={forum?.forumId ?? null}
          fates={fates}
          themeId={search.theme || null}
          isOpen
          onClose={() => onSearch({ forum: undefined, devenir: undefined })}
        />
      ) : null}
    </>
  )
}

type SayTies = ReturnType<typeof useWords<(typeof tieWords)['keys'][number]>>

/** What « devenir » asks for: topics that came exactly so far, or with « depuis- » at least so far. */
function fatesAsked(
  asked: string,
  t: SayTies,
  label: (fate: Fate) => string,
): { fates: Fate[] | undefined; title: string } {
  const isFrom = asked.startsWith('depuis-')
  const code = asked.replace(/^depuis-/, '')
  const step = fateSteps.find((fate) => fate === code)
  if (isFrom && step !== undefined)
    return {
      fates: fatesFrom(step),
      title: step === 'PROPOSED' ? t('step.PROPOSED') : t('topicsFrom', { step: t(`step.${step}`) }),
    }
  const fate = ([...fateSteps, 'WITHDRAWN'] as const).find((one) => one === code)
  return fate === undefined || isFrom
    ? { fates: undefined, title: '' }
    : { fates: [fate], title: label(fate) }
}
