import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { contributionWords } from '../messages'
import styles from './BarcampTurn.module.css'
import { KindPill } from './ContributionCard'
import { PresentButton } from './PresentButton'

/** A contribution whose turn it is, or was. */
export const turn = graphql(`
  fragment Turn on Contribution {
    id
    kind
    title
    viewerCanPresent
    author {
      id
      name
      centre {
        id
        shortName
      }
    }
  }
`)

type Turn = FragmentOf<typeof turn>

/** Who has the floor, and who comes next: for whoever runs the barcamp, in one press. */
export function BarcampTurn({ presented, next }: { presented: Turn | null; next: Turn | null }) {
  const t = useWords(contributionWords)
  return (
    <Section title={t('turn')}>
      <div className={styles.turns} aria-live="polite">
        <One label={t('onStage')} nobody={t('nobodyYet')} contribution={presented} isNow />
        <One label={t('next')} nobody={t('nobodyNext')} contribution={next} />
      </div>
    </Section>
  )
}

function One({
  label,
  nobody,
  contribution,
  isNow = false,
}: {
  label: string
  nobody: string
  contribution: Turn | null
  isNow?: boolean
}) {
  const t = useWords(contributionWords)
  const it = contribution === null ? null : readFragment(turn, contribution)
  return (
    <div className={`${styles.turn} ${isNow ? styles.now : ''}`}>
      <p className={styles.label}>{label}</p>
      {it === null ? (
        <p className={styles.nobody}>{nobody}</p>
      ) : (
        <>
          <p className={styles.title}>
            <Link href={addresses.contribution(it.id)} quiet>
              {it.title}
            </Link>
          </p>
          <p className={styles.by}>
            <KindPill kind={it.kind} />
            <span>
              {it.author.centre === null
                ? it.author.name
                : t('by', { name: it.author.name, centre: it.author.centre.shortName })}
            </span>
          </p>
          {isNow ? null : <PresentButton contribution={it} size="m" variant="primary" />}
        </>
      )}
    </div>
  )
}
