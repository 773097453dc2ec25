import { addresses } from '@/app/addresses'
import { useHealthFacts } from '@/app/states'
import { groupTab, type GroupTab } from '@/features/groups/addresses'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { awaitedOf, type Attention as Found } from '../attention'
import { groupsHref, observatoryHref, projectsHref, type ObservatorySearch } from '../links'
import { observatoryWords } from '../messages'
import type { NetworkCentre } from '../observatory'
import styles from './Attention.module.css'
import { AttentionLine, AttentionList } from './AttentionList'
import { FollowUp } from './FollowUp'

const groupRemedies: Record<string, GroupTab> = {
  NO_LEAD: 'membres',
  ONE_CENTRE: 'membres',
  OVERDUE_MILESTONES: 'jalons',
}
const projectRemedies: Record<string, string> = { NO_REPORT: 'points', AUTHOR_WORRIED: 'points' }

const shown = 5

export interface AttentionProps {
  found: Found
  search: ObservatorySearch
  /** Centres without any tie in the period; undefined when the network is too large to tell. */
  isolates: NetworkCentre[] | undefined
  isolateCount: number
}

/** What asks for attention, each with its reasons and the way to what clears them. */
export function Attention({ found, search, isolates, isolateCount }: AttentionProps) {
  const t = useWords(observatoryWords)
  const format = useFormat()
  const say = useHealthFacts()
  const theme = search.theme ? { theme: search.theme } : {}
  const awaited = awaitedOf(found.signing.nodes)
  const all = (href: string, count: number) =>
    count <= shown ? undefined : { href, label: count > 1000 ? t('seeMany') : t('seeAll', { count }) }
  return (
    <div id="attention" className={styles.place}>
      <Section title={t('attention')} lead={t('attentionLead')}>
        <div className={styles.grid}>
          <AttentionList
            title={t('quietGroups')}
            count={found.groups.totalCount}
            all={all(groupsHref({ attention: true, ...theme }), found.groups.totalCount)}
          >
            {found.groups.nodes.map((group) => (
              <AttentionLine
                key={group.id}
                title={group.name}
                href={addresses.group(group.id)}
                reasons={group.healthFacts.map((fact) => ({
                  text: say(fact),
                  href: groupTab(group.id, groupRemedies[fact.code] ?? 'fil'),
                }))}
                action={
                  group.lead === null ? undefined : (
                    <FollowUp
                      person={group.lead.staffMember}
                      task={t('followUpGroup', { title: group.name })}
                      subject={{ id: group.id, title: group.name }}
                    />
                  )
                }
              />
            ))}
          </AttentionList>
          <AttentionList
            title={t('quietProjects')}
            count={found.projects.totalCount}
            all={all(projectsHref({ attention: true, ...theme }), found.projects.totalCount)}
          >
            {found.projects.nodes.map((project) => {
              const lead = project.team.find(({ role }) => role === 'LEAD')?.staffMember
              return (
                <AttentionLine
                  key={project.id}
                  title={project.title}
                  href={addresses.project(project.id)}
                  reasons={project.healthFacts.map((fact) => ({
                    text: say(fact),
                    href: `${addresses.project(project.id)}?onglet=${projectRemedies[fact.code] ?? 'engagements'}`,
                  }))}
                  action={
                    lead === undefined ? undefined : (
                      <FollowUp
                        person={lead}
                        task={t('followUpProject', { title: project.title })}
                        subject={{ id: project.id, title: project.title }}
                      />
                    )
                  }
                />
              )
            })}
          </AttentionList>
          <AttentionList
            title={t('unsigned')}
            count={awaited.reduce((sum, { parts }) => sum + parts.length, 0)}
            all={{ href: projectsHref({ etat: ['CONSULTATION'], ...theme }), label: t('seeSigning') }}
          >
            {awaited.slice(0, shown).map(({ project, parts }) => (
              <AttentionLine
                key={project.id}
                title={project.title}
                href={addresses.project(project.id)}
                reasons={parts.map(({ centre, isReconfirmed, since }) => ({
                  text: t(isReconfirmed ? 'reconfirmLine' : 'unsignedLine', {
                    centre,
                    since: since === null ? '' : format.relative(since),
                    dated: since === null ? 'no' : 'yes',
                  }),
                  href: `${addresses.project(project.id)}?onglet=engagements`,
                }))}
              />
            ))}
          </AttentionList>
          <AttentionList
            title={t('unharvested')}
            count={found.unharvested.totalCount}
            all={all(
              observatoryHref(search, { forum: '*', devenir: 'HELD' }, '#attention'),
              found.unharvested.totalCount,
            )}
          >
            {found.unharvested.nodes.map(({ id, title, convener }) => (
              <AttentionLine
                key={id}
                title={title}
                href={addresses.topic(id)}
                reasons={[
                  { text: convener === null ? t('noConvener') : t('convenedBy', { name: convener.name }) },
                ]}
              />
            ))}
          </AttentionList>
          <AttentionList
            id="sans-lien"
            title={t('isolates')}
            count={isolateCount}
            empty={t('isolatesNone')}
            all={{ href: addresses.centres(), label: t('seeMany') }}
          >
            {isolates === undefined ? (
              <li>{t('isolatesMany')}</li>
            ) : (
              <li className={styles.names}>
                {isolates.map(({ id, shortName }) => (
                  <Link key={id} href={addresses.centre(id)}>
                    {shortName}
                  </Link>
                ))}
              </li>
            )}
          </AttentionList>
        </div>
      </Section>
    </div>
  )
}
