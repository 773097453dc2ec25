import type { ReactNode } from 'react'
import { addresses, addressOf } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf, type ResultOf } from '@/app/graphql'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { firstWords } from '@/i18n/firstWords'
import { useWords, type Say } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { journalWords } from '../messages'

/** What a sentence about a fact needs to know of it. */
export const eventSentence = graphql(`
  fragment EventSentence on Event {
    id
    verb
    from
    to
    excerpt
    objectKind
    objectId
    actor {
      id
      name
    }
    object {
      __typename
      ... on Gathering {
        id
        name
      }
      ... on LiveQuestion {
        id
        text
      }
      ... on Contribution {
        id
        title
      }
      ... on Topic {
        id
        title
      }
      ... on WorkingGroup {
        id
        name
      }
      ... on JointProject {
        id
        title
      }
      ... on Forum {
        id
        name
      }
      ... on StaffMember {
        id
        name
      }
      ... on Centre {
        id
        name
      }
    }
  }
`)

type Key = (typeof journalWords)['keys'][number]
type Fact = { verb: string; from: string | null; to: string | null }

const day = /^\d{4}-\d{2}-\d{2}$/

/** What `from` or `to` is called: a phase, a role, a day. Other values are chosen on and never shown. */
function useValueName(t: Say<Key>): (fact: Fact, value: string | null) => string {
  const say = useStates()
  const format = useFormat()
  return ({ verb }, value) => {
    if (value === null || value === '') return ''
    if (verb === 'FORUM_MOVED') return say('Forum', value).label
    if (verb === 'MEMBER_ROLE_SET') return t(`role.${value}` as Key)
    return day.test(value) ? format.date(value, 'day') : value
  }
}

export interface EventSentenceProps {
  event: FragmentOf<typeof eventSentence>
  /** The object whose page this is: it is then « le groupe », without its name. */
  about?: string
}

/** One fact of the journal in a sentence: who did what to which object. */
export function EventSentence({ event, about }: EventSentenceProps) {
  const t = useWords(journalWords)
  const fact = readFragment(eventSentence, event)
  const name = useValueName(t)
  const values = {
    actor:
      fact.actor === null ? (
        // Who asks or votes without a name is somebody, not the system.
        t(fact.verb.startsWith('LIVE_QUESTION_') ? 'somebody' : 'system')
      ) : (
        <Link href={addresses.person(fact.actor.id)} quiet>
          {fact.actor.name}
        </Link>
      ),
    object: objectOf(fact, about, t),
    // A verb that chooses its words by `from` chooses on the state itself.
    from: fact.verb.startsWith('MEMBER_') ? (fact.from ?? '') : name(fact, fact.from),
    to: name(fact, fact.to),
    excerpt: fact.excerpt,
    said: fact.excerpt === '' ? 'no' : 'yes',
    dated: fact.to === null || fact.to === '' ? 'no' : 'yes',
    changed: fact.from === null || fact.from === '' ? 'no' : 'yes',
    moved: (fact.from ?? '') === (fact.to ?? '') ? 'no' : 'yes',
  }
  return <>{t.rich(fact.verb as Key, values)}</>
}

function objectOf(
  { object, objectKind, objectId }: ResultOf<typeof eventSentence>,
  about: string | undefined,
  t: Say<Key>,
): ReactNode {
  if (objectId === about) return t(`here.${objectKind}` as Key)
  if (object === null) return t(`some.${objectKind}` as Key)
  const title = 'text' in object ? firstWords(object.text) : 'title' in object ? object.title : object.name
  const href = addressOf(object)
  return t.rich(`object.${objectKind}` as Key, {
    title:
      href === undefined ? (
        title
      ) : (
        <Link href={href} quiet>
          {title}
        </Link>
      ),
  })
}
