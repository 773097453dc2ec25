import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { BarList } from '@/ui/BarList'
import { Columns } from '@/ui/Layout'
import { Section } from '@/ui/Section'
import { Stat, StatRow } from '@/ui/Stat'
import { groupsHref, observatoryHref, projectsHref, type ObservatorySearch } from '../links'
import { observatoryWords } from '../messages'
import type { Observatory } from '../observatory'

const groupsAtWork = ['FORMING', 'ACTIVE']
const projectsOpen = ['CONSULTATION', 'COMMITTED', 'RUNNING']

export interface FiguresProps {
  observatory: Observatory
  search: ObservatorySearch
  /** Groups and projects that ask for attention; undefined while it is not known. */
  attention: number | undefined
}

/** The network in a few figures, each of which opens its list. */
export function Figures({ observatory, search, attention }: FiguresProps) {
  const t = useWords(observatoryWords)
  const format = useFormat()
  const theme = search.theme ? { theme: search.theme } : {}
  const sum = (counts: Observatory['workingGroupsByState'], states: readonly string[]) =>
    counts.reduce((total, { state, count }) => (states.includes(state) ? total + count : total), 0)
  const measure = (code: string) =>
    observatory.measures.find((candidate) => candidate.code === code)?.value ?? 0
  return (
    <Section title={t('figures')}>
      <StatRow label={t('figures')}>
        <Stat
          value={format.number(sum(observatory.workingGroupsByState, groupsAtWork))}
          label={t('groupsAtWork')}
          href={groupsHref({ etat: groupsAtWork, ...theme })}
          note={t('nowNote')}
        />
        <Stat
          value={format.number(sum(observatory.jointProjectsByState, projectsOpen))}
          label={t('projectsOpen')}
          href={projectsHref({ etat: projectsOpen, ...theme })}
          note={t('nowNote')}
        />
        <Stat
          value={format.number(measure('TIED_CENTRES'))}
          label={t('tiedCentres')}
          href={observatoryHref(search, { vue: 'matrice', liens: '' }, '#liens')}
          note={t('tiedOf', { centres: format.number(measure('CENTRES')) })}
        />
        <Stat
          value={format.number(measure('TIES'))}
          label={t('ties')}
          href={observatoryHref(search, { vue: 'tableau', liens: '' }, '#liens')}
        />
        <Stat
          value={attention === undefined ? '…' : attention > 1000 ? '1 000+' : format.number(attention)}
          label={t('attentionCount')}
          href={observatoryHref(search, {}, '#attention')}
          note={t('attentionNote')}
          tone={attention === undefined || attention === 0 ? 'plain' : 'signal'}
        />
      </StatRow>
    </Section>
  )
}

/** Groups and projects by the state they are in, each bar opening its list. */
export function ByState({ observatory, search }: Omit<FiguresProps, 'attention'>) {
  const t = useWords(observatoryWords)
  const say = useStates()
  const theme = search.theme ? { theme: search.theme } : {}
  const { workingGroupsByState: groups, jointProjectsByState: projects } = observatory
  return (
    <Columns
      isEven
      main={
        <Section title={t('groupsByState')} lead={t('byStateLead')}>
          {groups.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
            <BarList
              label={t('groupsByState')}
              items={groups.map(({ state, count }) => ({
                id: state,
                label: say('WorkingGroup', state).label,
                value: count,
                href: groupsHref({ etat: [state], ...theme }),
              }))}
            />
          )}
        </Section>
      }
      aside={
        <Section title={t('projectsByState')} lead={t('byStateLead')}>
          {projects.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
            <BarList
              label={t('projectsByState')}
              items={projects.map(({ state, count }) => ({
                id: state,
                label: say('JointProject', state).label,
                value: count,
                href: projectsHref({ etat: [state], ...theme }),
              }))}
            />
          )}
        </Section>
      }
    />
  )
}
