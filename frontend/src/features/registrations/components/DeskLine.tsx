import { Check, Circle } from 'lucide-react'
import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Link } from '@/ui/Link'
import { participantsWords } from '../participantsMessages'
import styles from './DeskLine.module.css'
import { useHome } from './home'

export const deskLine = graphql(`
  fragment DeskLine on Registration {
    id
    needs
    presentDays
    viewerCanMarkPresent
    staffMember {
      id
      name
      job
      centre {
        id
        shortName
      }
    }
  }
`)

const markMutation = graphql(`
  mutation MarkAttendance($input: MarkAttendanceInput!) {
    markAttendance(input: $input) {
      registration {
        id
        presentDays
      }
    }
  }
`)

export interface DeskLineProps {
  line: FragmentOf<typeof deskLine>
  day: string
  onMarked: () => void
}

/** Somebody who is expected, and the press that says they are there, or takes it back. */
export function DeskLine({ line, day, onMarked }: DeskLineProps) {
  const t = useWords(participantsWords)
  const home = useHome()
  const [mark, { isPending }] = useAct(markMutation)
  const { id, needs, presentDays, staffMember, viewerCanMarkPresent } = readFragment(deskLine, line)
  const isPresent = presentDays.includes(day)
  return (
    <li className={styles.line}>
      <div className={styles.who}>
        <Link href={addresses.person(staffMember.id)} quiet>
          {staffMember.name}
        </Link>
        <span className={styles.from}>{home(staffMember)}</span>
        {needs ? <span className={styles.needs}>{needs}</span> : null}
      </div>
      {viewerCanMarkPresent ? (
        <Button
          variant={isPresent ? 'primary' : 'secondary'}
          aria-pressed={isPresent}
          aria-label={t('markLabel', { name: staffMember.name })}
          isPending={isPending}
          icon={isPresent ? <Check aria-hidden="true" /> : <Circle aria-hidden="true" />}
          onPress={() => void mark({ registrationId: id, day, present: !isPresent }).then(onMarked)}
        >
          {t(isPresent ? 'mark' : 'absent')}
        </Button>
      ) : null}
    </li>
  )
}
