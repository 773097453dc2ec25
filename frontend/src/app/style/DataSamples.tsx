import { Star } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { AvatarStack } from '@/ui/Avatar'
import { Button } from '@/ui/Button'
import { Card, CardActions, CardGrid, CardMeta, CardTitle } from '@/ui/Card'
import { CentreBadge } from '@/ui/CentreBadge'
import { CountToggle } from '@/ui/CountToggle'
import { FilterBar, type FilterValues } from '@/ui/FilterBar'
import { HealthPill } from '@/ui/HealthPill'
import { DefinitionList, Row, Stack } from '@/ui/Layout'
import { Pager } from '@/ui/Pager'
import { PersonLine } from '@/ui/PersonLine'
import { Pill } from '@/ui/Pill'
import { RelativeTime } from '@/ui/RelativeTime'
import { Section } from '@/ui/Section'
import { Stat, StatRow } from '@/ui/Stat'
import { StatePill } from '@/ui/StatePill'
import { Table } from '@/ui/Table'
import { Tabs } from '@/ui/Tabs'
import { statesOf, useStates } from '../states'
import { styleWords } from './messages'

const rows = [
  { id: '1', name: 'group', state: 'ACTIVE', centres: 5, at: '2019-06-20' },
  { id: '2', name: 'other', state: 'DORMANT', centres: 3, at: '2019-02-11' },
  { id: '3', name: 'cardTitle', state: 'FORMING', centres: 2, at: '2019-06-27' },
] as const

export function DataSamples() {
  const t = useWords(styleWords)
  const say = useStates()
  const [values, setValues] = useState<FilterValues>({ etat: 'ACTIVE' })
  const [isStarred, setStarred] = useState(false)
  const [tab, setTab] = useState<'a' | 'b' | 'c'>('a')
  const [sort, setSort] = useState<{ by: 'NAME' | 'LAST'; descending?: boolean }>({ by: 'NAME' })
  return (
    <>
      <Section title={t('states')}>
        <Stack>
          <Row>
            {statesOf('WorkingGroup').map((state) => (
              <StatePill key={state} {...say('WorkingGroup', state)} />
            ))}
          </Row>
          <Row>
            <HealthPill health="ON_TRACK" />
            <HealthPill health="AT_RISK" facts={[{ text: t('fact1') }]} />
            <HealthPill health="OFF_TRACK" facts={[{ text: t('fact1') }, { text: t('fact2'), href: '#' }]} />
            <HealthPill health="UNKNOWN" />
          </Row>
          <Row>
            <Pill>{t('themeA')}</Pill>
            <Pill tone="accent">{t('themeB')}</Pill>
            <Pill tone="signal">{t('stat3')}</Pill>
            <Pill tone="good">{t('banner3')}</Pill>
            <Pill tone="danger">{t('banner4')}</Pill>
            <CentreBadge name="Résovilles" href="#" />
            <CentreBadge name="Labo Cités" />
            <AvatarStack
              names={[
                'Nadia Berthelot',
                'Karim Osei',
                'Lucie Marchand',
                'Paul Ferré',
                'Inès Roux',
                'Tom Lebrun',
              ]}
            />
          </Row>
        </Stack>
      </Section>
      <Section title={t('data')}>
        <StatRow label={t('data')}>
          <Stat value="24" label={t('stat1')} href="#" />
          <Stat value="11" label={t('stat2')} href="#" note={t('note')} />
          <Stat value="3" label={t('stat3')} href="#" tone="signal" />
        </StatRow>
        <CardGrid label={t('data')}>
          <Card as="li">
            <CardMeta>
              <StatePill {...say('Topic', 'PITCHED')} />
            </CardMeta>
            <CardTitle href="#">{t('cardTitle')}</CardTitle>
            <p>{t('cardText')}</p>
            <CardMeta>
              <CentreBadge name="Résovilles" href="#" />
              <span>{t('stars', { count: 14 })}</span>
            </CardMeta>
            <CardActions>
              <CountToggle
                icon={Star}
                isOn={isStarred}
                count={isStarred ? 15 : 14}
                isWaiting={false}
                canToggle
                onToggle={() => setStarred(!isStarred)}
                label={t('stars', { count: isStarred ? 15 : 14 })}
                figure={t('stars', { count: isStarred ? 15 : 14 })}
              />
            </CardActions>
          </Card>
          <Card as="li" tone="signal">
            <CardTitle href="#">{t('banner2')}</CardTitle>
            <p>{t('project1')}</p>
            <CardActions>
              <Button size="s" variant="signal">
                {t('sign')}
              </Button>
              <Button size="s" variant="quiet">
                {t('later')}
              </Button>
            </CardActions>
          </Card>
          <Card as="li" tone="sunken">
            <PersonLine name={t('person')} href="#" detail={t('personDetail')} />
            <DefinitionList
              items={[
                { term: t('colCentres'), value: '5' },
                { term: t('colLast'), value: <RelativeTime at="2019-06-25T09:00:00Z" /> },
              ]}
            />
          </Card>
        </CardGrid>
        <FilterBar
          label={t('filters')}
          values={values}
          onChange={(patch) => setValues((before) => ({ ...before, ...patch }))}
          count={3}
          fields={[
            { kind: 'search', name: 'q', label: t('search') },
            {
              kind: 'select',
              name: 'etat',
              label: t('stateFilter'),
              options: statesOf('WorkingGroup').map((id) => ({ id, label: say('WorkingGroup', id).label })),
            },
            { kind: 'toggle', name: 'miens', label: t('mine') },
          ]}
        />
        <Table
          label={t('table')}
          rows={rows}
          rowKey={(row) => row.id}
          sort={sort}
          onSort={(by) =>
            setSort((before) => ({ by, descending: before.by === by && before.descending !== true }))
          }
          columns={[
            { id: 'name', header: t('colName'), sort: 'NAME', isRowHeader: true, cell: (row) => t(row.name) },
            {
              id: 'state',
              header: t('colState'),
              cell: (row) => <StatePill {...say('WorkingGroup', row.state)} />,
            },
            { id: 'centres', header: t('colCentres'), align: 'end', cell: (row) => row.centres },
            { id: 'last', header: t('colLast'), sort: 'LAST', cell: (row) => <RelativeTime at={row.at} /> },
          ]}
        />
        <Pager
          hasNext
          hasPrevious
          onNext={() => undefined}
          onFirst={() => undefined}
          shown={3}
          total={1001}
        />
        <Tabs
          label={t('group')}
          selected={tab}
          onSelect={setTab}
          items={[
            { id: 'a', label: t('tab1'), content: <p>{t('eventText')}</p> },
            { id: 'b', label: t('tab2'), count: 4, content: <p>{t('event3')}</p> },
            { id: 'c', label: t('tab3'), count: 17, content: <p>{t('person')}</p> },
          ]}
        />
      </Section>
    </>
  )
}
