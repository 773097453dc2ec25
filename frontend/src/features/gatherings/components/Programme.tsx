import { useMaybeViewer } from '@/app/session'
import { useAddress } from '@/app/useAddress'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import type { FragmentOf } from '@/app/graphql'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { FilterBar, type FilterField } from '@/ui/FilterBar'
import { Stack } from '@/ui/Layout'
import { Section } from '@/ui/Section'
import { Tabs } from '@/ui/Tabs'
import { agendaWords } from '../agendaMessages'
import { gatheringWords } from '../messages'
import { Agenda } from './Agenda'
import { readItems, type AgendaItem, type agendaItem } from './AgendaItemCard'
import { MyProgramme } from './MyProgramme'

export interface ProgrammeSearch {
  vue?: string
  q?: string
  jour?: string
  salle?: string
  nature?: string
}

const kinds = ['PLENARY', 'TALK', 'BARCAMP', 'QUESTIONS', 'FORUM', 'BREAK'] as const

export interface ProgrammeProps {
  gatheringId: string
  agenda: readonly FragmentOf<typeof agendaItem>[]
  forumId?: string
  /** Where it is prepared, for whoever may. */
  prepare?: string
}

/** The programme of a gathering: the whole of it, which can be narrowed, and one's own. */
export function Programme({ gatheringId, agenda, forumId, prepare }: ProgrammeProps) {
  const t = useWords(agendaWords)
  const tPage = useWords(gatheringWords)
  const viewer = useMaybeViewer()
  const [search, setSearch] = useAddress<ProgrammeSearch>()
  const items = readItems(agenda)
  if (items.length === 0) {
    return (
      <Section title={tPage('agenda')}>
        <EmptyState
          title={tPage('agendaNone')}
          action={
            prepare === undefined ? undefined : (
              <LinkButton href={prepare}>{tPage('agendaPrepare')}</LinkButton>
            )
          }
        >
          <p>{tPage(prepare === undefined ? 'agendaNoneText' : 'agendaPrepareText')}</p>
        </EmptyState>
      </Section>
    )
  }
  const whole = <WholeProgramme items={items} forumId={forumId} />
  return (
    <Section title={tPage('agenda')}>
      {viewer === null ? (
        whole
      ) : (
        <Tabs
          label={t('views')}
          selected={search.vue === 'moi' ? 'moi' : 'tout'}
          onSelect={(vue) => setSearch({ vue: vue === 'moi' ? vue : undefined })}
          items={[
            { id: 'tout', label: t('all'), content: whole },
            {
              id: 'moi',
              label: t('mine'),
              content: (
                <Stack>
                  <p>{t('mineLead')}</p>
                  <MyProgramme gatheringId={gatheringId} items={items} forumId={forumId} />
                </Stack>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}

function WholeProgramme({ items, forumId }: { items: readonly AgendaItem[]; forumId?: string }) {
  const t = useWords(agendaWords)
  const tPage = useWords(gatheringWords)
  const format = useFormat()
  const [search, setSearch] = useAddress<ProgrammeSearch>()
  const days = [...new Set(items.map(({ startsAt }) => format.dayOf(startsAt)))].toSorted()
  const rooms = [
    ...new Map(items.flatMap(({ space }) => (space === null ? [] : [[space.id, space.name] as const]))),
  ]
  const fields: FilterField[] = [
    { kind: 'search', name: 'q', label: t('search') },
    {
      kind: 'select',
      name: 'jour',
      label: t('day'),
      options: days.map((id) => ({ id, label: format.date(id, 'weekday') })),
    },
    { kind: 'select', name: 'salle', label: t('room'), options: rooms.map(([id, label]) => ({ id, label })) },
    {
      kind: 'select',
      name: 'nature',
      label: t('kind'),
      options: kinds
        .filter((kind) => items.some((item) => item.kind === kind))
        .map((id) => ({ id, label: tPage(`kind.${id}`) })),
    },
  ]
  const shown = items.filter(
    ({ title, speaker, description, startsAt, space, kind }) =>
      plain(`${title} ${speaker} ${description}`).includes(plain(search.q ?? '')) &&
      (!search.jour || format.dayOf(startsAt) === search.jour) &&
      (!search.salle || space?.id === search.salle) &&
      (!search.nature || kind === search.nature),
  )
  return (
    <Stack>
      <FilterBar
        label={t('filters')}
        fields={fields}
        values={search as Record<string, unknown>}
        onChange={setSearch}
        count={shown.length}
      />
      {shown.length === 0 ? (
        <EmptyState title={t('found')}>
          <p>{t('foundText')}</p>
        </EmptyState>
      ) : (
        <Agenda items={shown} forumId={forumId} />
      )}
    </Stack>
  )
}

/** As it is typed: without accents and capitals. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLocaleLowerCase()
}
