import { Download } from 'lucide-react'
import { useClient } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useHealthFacts, useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { buttonLook } from '@/ui/Button'
import { Menu } from '@/ui/Menu'
import { notify } from '@/ui/Toast'
import { quietGroup, quietProject } from '../attention'
import { csv, download, type Cell } from './csv'
import { observatoryWords } from '../messages'
import { fateSteps, type Fate, type Observatory } from '../observatory'
import { tieWords } from '../tieMessages'
import { pairKey, type TieRow } from '../ties'

const groupsPage = graphql(
  `
    query AttentionGroups($themeId: ID, $after: String) {
      workingGroups(
        filter: { needsAttention: true, themeId: $themeId }
        orderBy: QUIETEST
        first: 100
        after: $after
      ) {
        nodes {
          ...QuietGroup
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [quietGroup],
)

const projectsPage = graphql(
  `
    query AttentionProjects($themeId: ID, $after: String) {
      jointProjects(filter: { needsAttention: true, themeId: $themeId }, first: 100, after: $after) {
        nodes {
          ...QuietProject
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [quietProject],
)

interface PageOf<Node> {
  nodes: readonly Node[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** Reads a list to its end, page after page. */
async function whole<Node>(read: (after: string | null) => Promise<PageOf<Node>>): Promise<Node[]> {
  const found: Node[] = []
  for (let after: string | null = null; ;) {
    const page: PageOf<Node> = await read(after)
    found.push(...page.nodes)
    if (!page.pageInfo.hasNextPage) return found
    after = page.pageInfo.endCursor
  }
}

export interface ExportMenuProps {
  observatory: Observatory
  rows: readonly TieRow[]
  themeId: string | null
}

/** What is on the page as files for a spreadsheet, made on the reader's device. */
export function ExportMenu({ observatory, rows, themeId }: ExportMenuProps) {
  const t = useWords(observatoryWords)
  const tTies = useWords(tieWords)
  const say = useStates()
  const sayFact = useHealthFacts()
  const format = useFormat()
  const client = useClient()
  const { centres, ties, measures, forums, startsOn, endsOn } = observatory

  const save = (name: 'matrix' | 'ties' | 'measures' | 'fates' | 'attention', lines: Cell[][]) =>
    download(`maillage-${t(`file.${name}`)}-${startsOn}_${endsOn}.csv`, csv(lines))

  const matrix = () => {
    const facts = new Map(ties.map((tie) => [pairKey(tie.centreId, tie.otherCentreId), tie.factCount]))
    save('matrix', [
      [tTies('centre'), ...centres.map(({ name }) => name)],
      ...centres.map((row) => [
        row.name,
        ...centres.map((column) =>
          row.centreId === column.centreId ? null : (facts.get(pairKey(row.centreId, column.centreId)) ?? 0),
        ),
      ]),
    ])
  }
  const list = () =>
    save('ties', [
      [
        `${tTies('centre')} 1`,
        `${tTies('centre')} 2`,
        tTies('facts'),
        tTies('strength'),
        tTies('factsBefore'),
        tTies('region'),
      ],
      ...rows.map((row) => [
        row.a.label,
        row.b.label,
        row.facts,
        row.weight,
        row.factsBefore,
        tTies(row.isCrossRegion ? 'yes' : 'no'),
      ]),
    ])
  const figures = () =>
    save('measures', [
      [t('csv.measure'), t('csv.value'), t('csv.before')],
      ...measures.map(({ code, value, before }) => [
        t(`measure.${code}`),
        Math.round(value * 1e4) / 1e4,
        before === null ? null : Math.round(before * 1e4) / 1e4,
      ]),
    ])
  const fates = () => {
    const all: Fate[] = ['WITHDRAWN', ...fateSteps]
    save('fates', [
      [t('csv.forum'), t('csv.date'), ...all.map((fate) => say('TopicFate', fate).label)],
      ...forums.map((forum) => [
        forum.name,
        forum.startsOn,
        ...all.map((fate) => forum.fates.find((found) => found.fate === fate)?.count ?? 0),
      ]),
    ])
  }
  const attention = async () => {
    const groups = await whole(async (after) => {
      const { data, error } = await client.query(groupsPage, { themeId, after }).toPromise()
      if (data === undefined) throw error ?? new Error('no answer')
      return data.workingGroups
    })
    const projects = await whole(async (after) => {
      const { data, error } = await client.query(projectsPage, { themeId, after }).toPromise()
      if (data === undefined) throw error ?? new Error('no answer')
      return data.jointProjects
    })
    const here = window.location.origin
    save('attention', [
      [t('csv.kind'), t('csv.title'), t('csv.state'), t('csv.who'), t('csv.reasons'), t('csv.address')],
      ...groups.map((group) => [
        t('csv.group'),
        group.name,
        say('WorkingGroup', group.state).label,
        group.lead?.staffMember.name ?? '',
        format.list(group.healthFacts.map(sayFact)),
        here + addresses.group(group.id),
      ]),
      ...projects.map((project) => [
        t('csv.project'),
        project.title,
        say('JointProject', project.state).label,
        project.leadCentre.shortName,
        format.list(project.healthFacts.map(sayFact)),
        here + addresses.project(project.id),
      ]),
    ])
  }

  return (
    <Menu
      label={t('export')}
      isNamedByTrigger
      triggerClassName={buttonLook({ variant: 'secondary' })}
      trigger={
        <>
          <Download aria-hidden="true" />
          {t('export')}
        </>
      }
      items={[
        { id: 'matrix', label: t('exportMatrix'), onAction: matrix },
        { id: 'ties', label: t('exportTies'), onAction: list },
        { id: 'measures', label: t('exportMeasures'), onAction: figures },
        { id: 'fates', label: t('exportFates'), onAction: fates },
        {
          id: 'attention',
          label: t('exportAttention'),
          onAction: () => void attention().catch(() => notify({ tone: 'danger', text: t('exportFailed') })),
        },
      ]}
    />
  )
}
