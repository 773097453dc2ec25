import { addresses } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { LineList } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { RelativeTime } from '@/ui/RelativeTime'
import { Section } from '@/ui/Section'
import { proposalWords } from '../proposalMessages'
import styles from './ProposalAside.module.css'

export interface ProposalAsideProps {
  drafts: readonly { id: string; title: string; lastActivityAt: string }[]
}

/** What follows the form: how a proposal goes on, and the drafts that one may have come to look for. */
export function ProposalAside({ drafts }: ProposalAsideProps) {
  const t = useWords(proposalWords)
  return (
    <>
      {drafts.length === 0 ? null : (
        <Section title={t('drafts')}>
          <LineList label={t('drafts')}>
            {drafts.map(({ id, title, lastActivityAt }) => (
              <li key={id} className={styles.draft}>
                <Link href={addresses.project(id)}>{title}</Link>
                <span className={styles.when}>
                  <RelativeTime at={lastActivityAt} />
                </span>
              </li>
            ))}
          </LineList>
        </Section>
      )}
      <Section title={t('how')}>
        <ol className={styles.how}>
          {(['how1', 'how2', 'how3', 'how4'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ol>
      </Section>
    </>
  )
}
