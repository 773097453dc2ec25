import { Plus } from 'lucide-react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql, type VariablesOf } from '@/app/graphql'
import { useViewer } from '@/app/session'
import { statesOf, useStates } from '@/app/states'
import { isNarrowed, useListAddress, useOrder } from '@/app/useListAddress'
import { isTable, ViewSwitch } from '@/features/groups/components/ViewSwitch'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { CardGrid } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import type { FilterField } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { Listing } from '@/ui/Listing'
import { OrderSelect } from '@/ui/OrderSelect'
import { PageHeader } from '@/ui/PageHeader'
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
  const place = useListAddress<ProjectsSearch>()
  const { search, change } = place
  const themes = useThemes()
  const centres = useCentreFilter(search.centre, search.pilote)
  const centreId = viewer.staffMember.centre?.id
  const filter = asked(search, centreId)
  const [order, setOrder] = useOrder(place, orders)
  const [result, again] = useQuery({
    query: projectsQuery,
    variables: { filter, orderBy: order, first: perPage, after: search.apres || null },
  })

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
      <Listing
        level={2}
        place={place}
        label={t('filters')}
        fields={fields}
        tools={
          <>
            <OrderSelect say={t} orders={orders} value={order} onChange={setOrder} />
            <ViewSwitch search={search} change={change} />
          </>
        }
        result={result}
        find={(data) => data.jointProjects}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton shape="cards" lines={6} />}
        empty={
          isNarrowed(filter) || search.apres ? (
            <EmptyState level={2} title={t('noneTitle')}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <EmptyState level={2} title={t('emptyTitle')} action={propose}>
              {t('emptyText')}
            </EmptyState>
          )
        }
      >
        {(projects) =>
          isTable(search) ? (
            <ProjectTable projects={projects} />
          ) : (
            <CardGrid label={t('list')} wide>
              {projects.map((project) => (
                <ProjectCard key={project.id} project={project} />
              ))}
            </CardGrid>
          )
        }
      </Listing>
    </Stack>
  )
}
