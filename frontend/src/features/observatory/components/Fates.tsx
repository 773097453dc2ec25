import { addresses } from '@/app/addresses'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { EmptyState } from '@/ui/EmptyState'
import { Flow } from '@/ui/Flow'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { StateShape } from '@/ui/StatePill'
import { observatoryHref, type ObservatorySearch } from '../links'
import { fateSteps, reached, type ForumFates } from '../observatory'
import { tieWords } from '../tieMessages'
import styles from './Fates.module.css'

/** What became of the topics of each forum: how far they came, and where the others came to rest. */
export function Fates({ forums, search }: { forums: readonly ForumFates[]; search: ObservatorySearch }) {
  const t = useWords(tieWords)
  return (
    <Section title={t('fates')} lead={t('fatesLead')}>
      {forums.length === 0 ? (
        <EmptyState title={t('fatesNone')} />
      ) : (
        <ul className={styles.forums}>
          {forums.map((forum) => (
            <li key={forum.forumId} id={placeOf(forum)} className={styles.forum}>
              <Forum forum={forum} search={search} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Where a forum stands on the page, so that one comes back to it. */
function placeOf({ forumId }: ForumFates): string {
  return `forum-${forumId}`
}

function Forum({ forum, search }: { forum: ForumFates; search: ObservatorySearch }) {
  const t = useWords(tieWords)
  const say = useStates()
  const format = useFormat()
  const open = (devenir: string) =>
    observatoryHref(search, { forum: forum.forumId, devenir }, `#${placeOf(forum)}`)
  return (
    <>
      <div className={styles.head}>
        <h3>
          <Link href={addresses.forum(forum.forumId)} quiet>
            {forum.name}
          </Link>
        </h3>
        <span className={styles.date}>{format.date(forum.startsOn, 'month')}</span>
      </div>
      {forum.fates.length === 0 ? (
        <p className={styles.date}>{t('noTopic')}</p>
      ) : (
        <>
          <Flow
            label={t('flow', { name: forum.name })}
            steps={fateSteps.map((step) => ({
              id: step,
              label: t(`step.${step}`),
              value: reached(forum, step),
              href: open(`depuis-${step}`),
            }))}
          />
          <div className={styles.rests}>
            <span className={styles.date}>{t('stopped')}</span>
            <ul className={styles.chips}>
              {forum.fates.map(({ fate, count }) => {
                const { label, tone } = say('TopicFate', fate)
                return (
                  <li key={fate}>
                    <Link href={open(fate)} className={styles.chip!}>
                      <StateShape tone={tone} />
                      {t('fate', { fate: label, count: format.number(count) })}
                    </Link>
                  </li>
                )
              })}
            </ul>
          </div>
        </>
      )}
    </>
  )
}
