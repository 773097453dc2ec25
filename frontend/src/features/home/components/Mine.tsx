import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useStates } from '@/app/states'
import { GroupHealth, groupHealth } from '@/features/groups/components/GroupHealth'
import { useWords } from '@/i18n/useWords'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { StatePill } from '@/ui/StatePill'
import { homeWords } from '../messages'
import styles from './Mine.module.css'

export const mineGroup = graphql(
  `
    fragment MineGroup on WorkingGroup {
      id
      name
      state
      ...GroupHealth
    }
  `,
  [groupHealth],
)

export const mineProject = graphql(`
  fragment MineProject on JointProject {
    id
    title
    state
  }
`)

interface Some<Mask> {
  nodes: readonly Mask[]
  more: boolean
}

/** The groups the viewer is in, those that moved last on top. */
export function MyGroups({ nodes, more }: Some<FragmentOf<typeof mineGroup>>) {
  const t = useWords(homeWords)
  const say = useStates()
  const groups = nodes.map((group) => readFragment(mineGroup, group))
  return (
    <Section title={t('groups')}>
      {groups.length === 0 ? (
        <p className={styles.none}>
          {t('groupsEmpty')} <Link href={addresses.groups()}>{t('toGroups')}</Link>
        </p>
      ) : (
        <LineList label={t('groups')}>
          {groups.map((group) => (
            <li key={group.id} className={styles.item}>
              <Link href={addresses.group(group.id)} quiet>
                {group.name}
              </Link>
              <span className={styles.pills}>
                {group.state === 'ACTIVE' ? (
                  <GroupHealth group={group} />
                ) : (
                  <StatePill {...say('WorkingGroup', group.state)} />
                )}
              </span>
            </li>
          ))}
        </LineList>
      )}
      {more ? <Link href={`${addresses.groups()}?miens=true`}>{t('allGroups')}</Link> : null}
    </Section>
  )
}

/** The projects the viewer works on, or that their centre leads. */
export function MyProjects({ nodes, more }: Some<FragmentOf<typeof mineProject>>) {
  const t = useWords(homeWords)
  const say = useStates()
  const projects = nodes.map((project) => readFragment(mineProject, project))
  return (
    <Section title={t('projects')}>
      {projects.length === 0 ? (
        <p className={styles.none}>
          {t('projectsEmpty')} <Link href={addresses.projects()}>{t('toProjects')}</Link>
        </p>
      ) : (
        <LineList label={t('projects')}>
          {projects.map((project) => (
            <li key={project.id} className={styles.item}>
              <Link href={addresses.project(project.id)} quiet>
                {project.title}
              </Link>
              <span className={styles.pills}>
                <StatePill {...say('JointProject', project.state)} />
              </span>
            </li>
          ))}
        </LineList>
      )}
      {more ? <Link href={`${addresses.projects()}?miens=true`}>{t('allProjects')}</Link> : null}
    </Section>
  )
}
