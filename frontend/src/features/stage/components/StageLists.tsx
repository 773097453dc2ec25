import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { FilterBar } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { LoadMore } from '@/ui/Pager'
import { Section } from '@/ui/Section'
import { Tabs } from '@/ui/Tabs'
import { stageWords } from '../messages'
import { stageViews, viewsOf, type Stage, type StageView } from '../stage'
import { QuestionCard } from './QuestionCard'
import styles from './QuestionCard.module.css'

export interface StageListsProps {
  stage: Stage
  view: StageView
  search: string
  onSearch: (patch: { vue?: string; q?: string }) => void
  onMore: () => void
  isLoading: boolean
}

/** The questions of a stage, list by list: those that wait, those to be read first, those answered, one's own. */
export function StageLists({ stage, view, search, onSearch, onMore, isLoading }: StageListsProps) {
  const t = useWords(stageWords)
  const { nodes, pageInfo, totalCount } = stage.listed
  const isSearched = search !== ''
  const list = (
    <Stack>
      {isSearched || stage[stageViews[view].count].totalCount > 5 ? (
        <FilterBar
          label={t('filters')}
          fields={[{ kind: 'search', name: 'q', label: t('search') }]}
          values={{ q: search }}
          onChange={(patch) => onSearch(patch as { q?: string })}
          count={isSearched ? totalCount : undefined}
        />
      ) : null}
      {nodes.length > 0 ? (
        <ul className={styles.list} aria-label={t(`view.${view}`)}>
          {nodes.map((question) => (
            <QuestionCard key={question.id} question={question} />
          ))}
        </ul>
      ) : isSearched ? (
        <EmptyState
          title={t('noneFound')}
          action={<Button onPress={() => onSearch({ q: undefined })}>{t(`view.${view}`)}</Button>}
        >
          <p>{t('noneFoundText')}</p>
        </EmptyState>
      ) : (
        <EmptyState title={t(`none.${view}`)}>
          <p>{t(`noneText.${view}`)}</p>
        </EmptyState>
      )}
      <LoadMore
        hasMore={pageInfo.hasNextPage && nodes.length < 100}
        onMore={onMore}
        isLoading={isLoading}
        shown={nodes.length}
        total={totalCount}
      />
    </Stack>
  )
  return (
    <Section title={t('lists')}>
      <Tabs
        label={t('lists')}
        selected={view}
        onSelect={(vue) => onSearch({ vue: vue === 'questions' ? undefined : vue, q: undefined })}
        items={viewsOf(stage).map((id) => ({
          id,
          label: t(`view.${id}`),
          count: stage[stageViews[id].count].totalCount,
          content: list,
        }))}
      />
    </Section>
  )
}
