import { getRouteApi } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { FranceMap } from '@/ui/FranceMap'
import { Columns, Stack } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Loaded } from '@/ui/Loaded'
import { PageHeader } from '@/ui/PageHeader'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { Stat, StatRow } from '@/ui/Stat'
import { centreLists } from './addresses'
import { centreQuery, type CentrePageData, type ToSign } from './centre'
import styles from './CentrePage.module.css'
import { CentreGroups } from './components/CentreGroups'
import { CentreProjects } from './components/CentreProjects'
import { CentreTies } from './components/CentreTies'
import { TeamByJob } from './components/TeamByJob'
import { WaitsForSignature } from './components/WaitsForSignature'
import { centreWords } from './messages'
import { regionName } from './regions'

const route = getRouteApi('/shell/centres/$centreId')

/** One centre: who is in it, what it takes part in, and what ties it to the others. */
export function CentrePage() {
  const { centreId } = route.useParams()
  const [result, again] = useQuery({ query: centreQuery, variables: { id: centreId } })
  return (
    <Loaded
      isPage
      result={result}
      find={({ centre, toSign }) => (centre === null ? null : { centre, toSign })}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={<Skeleton shape="page" lines={9} />}
    >
      {({ centre, toSign }) => <OneCentre centre={centre} toSign={toSign} />}
    </Loaded>
  )
}

function OneCentre({ centre, toSign }: { centre: CentrePageData; toSign: ToSign }) {
  const t = useWords(centreWords)
  const format = useFormat()
  // What goes on inside a centre is for the teams of the network.
  const isInside = centre.staffCount !== null
  return (
    <Stack>
      <PageHeader
        eyebrow={t('eyebrow')}
        title={centre.name}
        documentTitle={centre.shortName}
        breadcrumbs={[{ label: t('title'), href: addresses.centres() }]}
        meta={
          <>
            <span>
              {centre.city} · {format.list(centre.regions.map(regionName))}
            </span>
            <span>{t('since', { date: format.date(centre.joinedOn, 'month') })}</span>
            {centre.website === '' ? null : (
              <Link href={centre.website} isExternal className={styles.website!}>
                {t('website')} <span className="visually-hidden">{t('newTab')}</span>
              </Link>
            )}
          </>
        }
      />
      {isInside ? (
        <>
          <WaitsForSignature centreId={centre.id} toSign={toSign} />
          <Figures centre={centre} />
        </>
      ) : null}
      <Columns
        main={isInside ? <Life centre={centre} /> : <Place centre={centre} />}
        aside={isInside ? <Aside centre={centre} /> : null}
      />
    </Stack>
  )
}

function Figures({ centre }: { centre: CentrePageData }) {
  const t = useWords(centreWords)
  const format = useFormat()
  const figures = [
    { word: 'figure.people', count: centre.staffCount ?? 0, href: centreLists.people(centre.id) },
    { word: 'figure.groups', count: centre.workingGroupCount ?? 0, href: centreLists.groups(centre.id) },
    { word: 'figure.projects', count: centre.jointProjectCount ?? 0, href: centreLists.projects(centre.id) },
    { word: 'figure.ties', count: centre.ties.totalCount, href: centreLists.ties(centre.id) },
  ] as const
  return (
    <StatRow label={t('figures')}>
      {figures.map(({ word, count, href }) => (
        <Stat key={word} value={format.number(count)} label={t(word, { count })} href={href} />
      ))}
    </StatRow>
  )
}

function Life({ centre }: { centre: CentrePageData }) {
  const t = useWords(centreWords)
  const { staffMembers, workingGroups, partnerships } = centre
  return (
    <>
      <Section
        title={t('workingGroups')}
        lead={t('workingGroupsLead')}
        actions={<SeeAll list={workingGroups} href={centreLists.groups(centre.id)} />}
      >
        {workingGroups.nodes.length === 0 ? (
          <p>{t('groupsNone')}</p>
        ) : (
          <CentreGroups groups={workingGroups.nodes} />
        )}
      </Section>
      <Section
        title={t('jointProjects')}
        lead={t('jointProjectsLead')}
        actions={<SeeAll list={partnerships} href={centreLists.projects(centre.id)} />}
      >
        {partnerships.nodes.length === 0 ? (
          <p>{t('projectsNone')}</p>
        ) : (
          <CentreProjects partnerships={partnerships.nodes} />
        )}
      </Section>
      <Section
        title={t('team')}
        actions={<SeeAll list={staffMembers} href={centreLists.people(centre.id)} />}
      >
        {staffMembers.nodes.length === 0 ? <p>{t('teamNone')}</p> : <TeamByJob people={staffMembers.nodes} />}
      </Section>
    </>
  )
}

function Aside({ centre }: { centre: CentrePageData }) {
  const t = useWords(centreWords)
  return (
    <>
      <div id="liens" className={styles.anchor}>
        <Section title={t('ties')} lead={t('tiesLead')}>
          {centre.ties.nodes.length === 0 ? (
            <p>{t('tiesNone')}</p>
          ) : (
            <CentreTies centreId={centre.id} ties={centre.ties.nodes} />
          )}
        </Section>
      </div>
      <Place centre={centre} />
    </>
  )
}

function Place({ centre }: { centre: CentrePageData }) {
  const t = useWords(centreWords)
  const format = useFormat()
  const { id, shortName, city, latitude, longitude, regions } = centre
  return (
    <Section title={t('where')}>
      <div className={styles.map}>
        <FranceMap
          label={t('mapOf', { centre: shortName })}
          points={[{ id, latitude, longitude, label: `${shortName}, ${city}` }]}
          highlighted={id}
          lit={regions}
        />
      </div>
      <p className={styles.regions}>{format.list(regions.map(regionName))}</p>
    </Section>
  )
}

/** To the whole list, when what is shown is a part of it. */
function SeeAll({
  list: { nodes, totalCount },
  href,
}: {
  list: { nodes: readonly unknown[]; totalCount: number }
  href: string
}) {
  const t = useWords(centreWords)
  if (nodes.length >= totalCount) return null
  return <Link href={href}>{totalCount > 1000 ? t('seeAllMany') : t('seeAll', { count: totalCount })}</Link>
}
