import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql, type VariablesOf } from '@/app/graphql'
import { useViewer } from '@/app/session'
import { statesOf, useStates } from '@/app/states'
import { useAddress } from '@/app/useAddress'
import { ViewSwitch, type View } from '@/features/groups/components/ViewSwitch'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { CardGrid } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { FilterBar, type FilterField } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Pager } from '@/ui/Pager'
import { Select } from '@/ui/Select'
import { Skeleton } from '@/ui/Skeleton'
import { ProjectCard, projectCard } from './components/ProjectCard'
import { ProjectTable, projectRow } from './components/ProjectTable'
import { useCentreFilter } from './components/useCentres'
import { useThemes } from './components/useThemes'
import { listWords } from './listMessages'

const projectsQuery = graphql(
  `
    query JointProjects(
      $filter: JointProjectFilter
      $orderBy: JointProjectOrder
      $first: Int!
      $after: String
    ) {
      jointProjects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        nodes {
          id
          ...ProjectCard
          ...ProjectRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  `,
  [projectCard, projectRow],
)

type Variables = VariablesOf<typeof projectsQuery>
type Filter = NonNullable<Variables['filter']>

const orders = ['LAST_ACTIVITY', 'TITLE', 'STARTS', 'ENDS'] as const
const perPage = 24

export interface ProjectsSearch {
  q?: string
  etat?: string[]
  theme?: string
  centre?: string
  pilote?: string
  asigner?: boolean
  miens?: boolean
  attention?: boolean
  ordre?: string
  vue?: string
  apres?: string
}

/** What the address asks of the server. What it says that means nothing is left aside. */
export function asked(search: ProjectsSearch, ownCentreId: string | undefined): Filter {
  const states = statesOf('JointProject').filter((state) => search.etat?.includes(state) === true)
  return {
    search: search.q || null,
    states: states.length === 0 ? null : states,
    themeId: search.theme || null,
    centreId: search.centre || null,
    leadCentreId: search.pilote || null,
    toSignByCentreId: search.asigner === true ? (ownCentreId ?? null) : null,
    mine: search.miens === true ? true : null,
    needsAttention: search.attention === true ? true : null,
  }
}

/** Every joint project that one may see, with filters that live in the address. */
export function ProjectsPage() {
  const t = useWords(listWords)
  const say = useStates()
  const viewer = useViewer()
  const navigate = useNavigate()
  const [search, setSearch] = useAddress<ProjectsSearch>()
  const themes = useThemes()
  const centres = useCentreFilter(search.centre, search.pilote)
  const centreId = viewer.staffMember.centre?.id
  const filter = asked(search, centreId)
  const isFiltered = Object.values(filter).some((value) => value !== null)
  const orderBy = orders.find((order) => order === search.ordre) ?? 'LAST_ACTIVITY'
  const view: View = search.vue === 'tableau' ? 'tableau' : 'cartes'
  const [result, again] = useQuery({
    query: projectsQuery,
    variables: { filter, orderBy, first: perPage, after: search.apres || null },
  })

  /** A page is a step that « back » takes back. */
  const turn = (apres: string | undefined) =>
    void navigate({ to: '.', search: ((before: ProjectsSearch) => ({ ...before, apres })) as never })

  const fields: FilterField[] = [
    { kind: 'search', name: 'q', label: t('search') },
    {
      kind: 'multi',
      name: 'etat',
      label: t('state'),
      options: statesOf('JointProject').map((id) => ({ id, label: say('JointProject', id).label })),
    },
    { kind: 'select', name: 'theme', label: t('theme'), options: themes },
    { kind: 'select', name: 'centre', label: t('centre'), options: centres },
    { kind: 'select', name: 'pilote', label: t('leadCentre'), options: centres },
    ...(centreId === undefined
      ? []
      : [{ kind: 'toggle', name: 'asigner', label: t('toSign') } satisfies FilterField]),
    { kind: 'toggle', name: 'miens', label: t('mine') },
    { kind: 'toggle', name: 'attention', label: t('attention') },
  ]
  const propose = viewer.viewerCanDraftJointProject ? (
    <LinkButton variant="primary" icon={<Plus aria-hidden="true" />} href={addresses.newProject()}>
      {t('propose')}
    </LinkButton>
  ) : undefined

  return (
    <Stack>
      <PageHeader title={t('title')} lead={t('lead')} actions={propose} />
      <FilterBar
        label={t('filters')}
        fields={fields}
        values={search as Record<string, unknown>}
        onChange={(patch) => setSearch({ ...patch, apres: undefined })}
        count={result.data?.jointProjects.totalCount}
      >
        <Select
          label={t('order')}
          options={orders.map((id) => ({ id, label: t(`order.${id}`) }))}
          value={orderBy}
          onChange={(chosen) =>
            setSearch({ ordre: chosen === 'LAST_ACTIVITY' ? undefined : chosen, apres: undefined })
          }
        />
        <ViewSwitch
          view={view}
          onChange={(chosen) => setSearch({ vue: chosen === 'cartes' ? undefined : chosen })}
        />
      </FilterBar>
      <Loaded
        level={2}
        result={result}
        find={(data) => data.jointProjects}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton shape="cards" lines={6} />}
      >
        {({ nodes, pageInfo, totalCount }) =>
          nodes.length === 0 ? (
            isFiltered || search.apres ? (
              <EmptyState level={2} title={t('noneTitle')}>
                {t('noneText')}
              </EmptyState>
            ) : (
              <EmptyState level={2} title={t('emptyTitle')} action={propose}>
                {t('emptyText')}
              </EmptyState>
            )
          ) : (
            <>
              {view === 'tableau' ? (
                <ProjectTable projects={nodes} />
              ) : (
                <CardGrid label={t('list')} wide>
                  {nodes.map((project) => (
                    <ProjectCard key={project.id} project={project} />
                  ))}
                </CardGrid>
              )}
              <Pager
                hasNext={pageInfo.hasNextPage}
                onNext={() => turn(pageInfo.endCursor ?? undefined)}
                hasPrevious={Boolean(search.apres)}
                onFirst={() => turn(undefined)}
                shown={nodes.length}
                total={totalCount}
              />
            </>
          )
        }
      </Loaded>
    </Stack>
  )
}
