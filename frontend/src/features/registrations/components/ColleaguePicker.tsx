import { useDeferredValue, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useListOptions } from '@/app/listOptions'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import { CheckboxGroup } from '@/ui/Checkbox'
import { ChosenPeople } from '@/ui/ChosenPeople'
import { Loaded } from '@/ui/Loaded'
import { LoadMore } from '@/ui/Pager'
import { SearchField } from '@/ui/SearchField'
import { Select } from '@/ui/Select'
import { colleaguesWords } from '../colleaguesMessages'
import styles from './ColleaguePicker.module.css'

const teamQuery = graphql(`
  query TeamToRegister($gatheringId: ID!, $centreId: ID, $search: String, $after: String) {
    staffMembers(
      filter: { notComingTo: $gatheringId, centreId: $centreId, search: $search }
      first: 12
      after: $after
    ) {
      nodes {
        id
        name
        centre {
          id
          shortName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`)

export interface Person {
  id: string
  name: string
  centre?: { shortName: string } | null
}

export interface ColleaguePickerProps {
  gatheringId: string
  /** Of any centre, for those who run the gathering; of one's own for the others. */
  isAnyone: boolean
  value: readonly Person[]
  onChange: (people: Person[]) => void
  error?: string
}

/** Those who do not come yet, by name and a few at a time; who is chosen stays so while others are looked for. */
export function ColleaguePicker({ gatheringId, isAnyone, value, onChange, error }: ColleaguePickerProps) {
  const t = useWords(colleaguesWords)
  const own = useViewer().staffMember.centre?.id ?? ''
  const [typed, setTyped] = useState('')
  const [centreId, setCentreId] = useState(own)
  // What was read before the page that is read now: pages follow one another in place.
  const [former, setFormer] = useState<{ people: readonly Person[]; after: string | null }>(start)
  const search = useDeferredValue(typed.trim())
  const [result, again] = useQuery({
    query: teamQuery,
    variables: {
      gatheringId,
      centreId: centreId || null,
      search: search || null,
      after: former.after,
    },
    requestPolicy: 'network-only',
  })
  const { centres } = useListOptions(isAnyone ? { centre: own } : {})
  const narrow = (change: () => void) => {
    change()
    setFormer(start)
  }
  return (
    <div className={styles.picker}>
      <div className={styles.narrow}>
        <SearchField
          label={t('search')}
          value={typed}
          onChange={(text) => narrow(() => setTyped(text))}
          hideLabel={false}
        />
        {isAnyone ? (
          <Select
            label={t('centre')}
            options={[{ id: '', label: t('anyCentre') }, ...centres]}
            value={centreId}
            onChange={(id) => narrow(() => setCentreId(id))}
          />
        ) : null}
      </div>
      {value.length === 0 ? null : (
        <div className={styles.chosen}>
          <span className={styles.count} role="status">
            {t('chosen', { count: value.length })}
          </span>
          <ChosenPeople
            label={t('chosen', { count: value.length })}
            people={value}
            remove={(name) => t('remove', { name })}
            onChange={onChange}
          />
        </div>
      )}
      <Loaded
        result={result}
        find={(data) => data.staffMembers}
        onRetry={() => again({ requestPolicy: 'network-only' })}
      >
        {({ nodes, pageInfo, totalCount }) => {
          const known = new Map<string, Person>([...former.people, ...nodes].map((each) => [each.id, each]))
          const people = [...known.values()]
          for (const each of value) known.set(each.id, each)
          return (
            <>
              <CheckboxGroup
                label={t(isAnyone ? 'anyone' : 'team')}
                help={
                  people.length > 0
                    ? t(isAnyone ? 'anyoneHelp' : 'teamHelp')
                    : t(search !== '' ? 'nobody' : isAnyone ? 'anyoneNone' : 'teamNone')
                }
                error={error}
                options={people.map(({ id, name, centre }) => ({
                  id,
                  label: name,
                  note: isAnyone ? centre?.shortName : undefined,
                }))}
                value={value.map(({ id }) => id)}
                onChange={(ids) => onChange(ids.flatMap((id) => known.get(id) ?? []))}
                isRequired
              />
              <LoadMore
                hasMore={pageInfo.hasNextPage}
                onMore={() => setFormer({ people, after: pageInfo.endCursor })}
                isLoading={result.fetching}
                shown={people.length}
                total={totalCount}
              />
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

const start = { people: [], after: null }
