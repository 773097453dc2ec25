import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { useViewer } from '@/app/session'
import { wordsOf } from '@/features/contributions/components/useOrigin'
import { useWords } from '@/i18n/useWords'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Stack } from '@/ui/Layout'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Skeleton } from '@/ui/Skeleton'
import { NewProjectForm, type Origin } from './components/NewProjectForm'
import { listWords } from './listMessages'
import { originQuery } from './proposal'
import { proposalWords } from './proposalMessages'

const route = getRouteApi('/shell/projets/nouveau')

/** A director proposes a project for their centre, from a contribution, a topic, a group, or from nothing. */
export function NewProjectPage() {
  const t = useWords(proposalWords)
  const tList = useWords(listWords)
  const viewer = useViewer()
  const { origine = '' } = route.useSearch()
  const { centre } = viewer.staffMember
  const mayPropose = viewer.viewerCanDraftJointProject && centre !== null
  const [result, again] = useQuery({
    query: originQuery,
    variables: { id: origine, isKnown: origine !== '', drafts: mayPropose },
    pause: !mayPropose,
  })
  const header = (
    <PageHeader
      title={t('title')}
      lead={t('lead')}
      breadcrumbs={[{ label: tList('title'), href: addresses.projects() }]}
    />
  )
  if (!mayPropose) {
    return (
      <Stack>
        {header}
        <EmptyState
          level={2}
          title={t('onlyDirectors')}
          action={<LinkButton href={addresses.projects()}>{t('seeProjects')}</LinkButton>}
        >
          {t('onlyDirectorsText')}
        </EmptyState>
      </Stack>
    )
  }
  return (
    <Stack>
      {header}
      <Loaded
        level={2}
        result={result}
        find={(data) => data}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        skeleton={<Skeleton shape="page" lines={8} />}
      >
        {({ contribution, topic, workingGroup, jointProjects }) => (
          <NewProjectForm
            key={origine}
            asked={origine}
            origin={originOf(topic, workingGroup, contribution)}
            centre={centre}
            drafts={jointProjects?.nodes ?? []}
          />
        )}
      </Loaded>
    </Stack>
  )
}

interface FoundTopic {
  id: string
  title: string
  description: string
  themes: readonly { id: string }[]
}

interface FoundContribution {
  id: string
  title: string
  context: string
  done: string
  viewerCanDraftJointProject: boolean
  themes: readonly { id: string }[]
}

interface FoundGroup {
  id: string
  name: string
  purpose: string
  themes: readonly { id: string }[]
  members: {
    nodes: readonly { staffMember: { centre: { id: string; shortName: string } | null } }[]
  }
}

/** What the proposal takes over from where it comes from. */
function originOf(
  topic: FoundTopic | null | undefined,
  group: FoundGroup | null | undefined,
  contribution: FoundContribution | null | undefined,
): Origin | null {
  if (contribution?.viewerCanDraftJointProject) {
    return {
      kind: 'contribution',
      id: contribution.id,
      title: contribution.title,
      purpose: wordsOf(contribution),
      themeIds: contribution.themes.map(({ id }) => id),
      centres: [],
    }
  }
  if (group) {
    const centres = new Map(
      group.members.nodes.flatMap(({ staffMember: { centre } }) =>
        centre === null ? [] : [[centre.id, centre] as const],
      ),
    )
    return {
      kind: 'group',
      id: group.id,
      title: group.name,
      purpose: group.purpose,
      themeIds: group.themes.map(({ id }) => id),
      centres: [...centres.values()],
    }
  }
  if (topic) {
    return {
      kind: 'topic',
      id: topic.id,
      title: topic.title,
      purpose: topic.description,
      themeIds: topic.themes.map(({ id }) => id),
      centres: [],
    }
  }
  return null
}
