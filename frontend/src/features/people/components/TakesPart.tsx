import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { LineList } from '@/ui/Layout'
import { Line } from '@/ui/Line'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { StatePill } from '@/ui/StatePill'
import { peopleWords } from '../messages'
import type { Person } from '../people'
import styles from './TakesPart.module.css'

/** The groups and project teams a person is in: facts, not intentions. */
export function TakesPart({ person }: { person: Person }) {
  const t = useWords(peopleWords)
  const format = useFormat()
  const say = useStates()
  const { memberships, teamMemberships } = person
  const more = memberships.totalCount - memberships.nodes.length
  const since = (at: string) => t('since', { date: format.date(at, 'month') })
  return (
    <>
      <Section title={t('groups')} count={memberships.totalCount}>
        {memberships.nodes.length === 0 ? (
          <p className={styles.none}>{t('groupsNone')}</p>
        ) : (
          <LineList label={t('groups')}>
            {memberships.nodes.map(({ id, role, since: at, workingGroup }) => (
              <Line
                key={id}
                name={
                  <Link href={addresses.group(workingGroup.id)} quiet>
                    {workingGroup.name}
                  </Link>
                }
                note={`${t(`group.${role}`)}, ${since(at)}`}
              >
                <StatePill {...say('WorkingGroup', workingGroup.state)} />
              </Line>
            ))}
          </LineList>
        )}
        {more > 0 ? <p className={styles.none}>{t('more', { count: more })}</p> : null}
      </Section>
      <Section title={t('projects')} count={teamMemberships.length}>
        {teamMemberships.length === 0 ? (
          <p className={styles.none}>{t('projectsNone')}</p>
        ) : (
          <LineList label={t('projects')}>
            {teamMemberships.map(({ id, role, since: at, jointProject }) => (
              <Line
                key={id}
                name={
                  <Link href={addresses.project(jointProject.id)} quiet>
                    {jointProject.title}
                  </Link>
                }
                note={`${t(`team.${role}`)}, ${since(at)} · ${t('ledBy', { centre: jointProject.leadCentre.shortName })}`}
              >
                <StatePill {...say('JointProject', jointProject.state)} />
              </Line>
            ))}
          </LineList>
        )}
      </Section>
    </>
  )
}
