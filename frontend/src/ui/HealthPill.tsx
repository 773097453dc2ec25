import { useWords } from '@/i18n/useWords'
import { Link } from './Link'
import { uiWords } from './messages'
import pill from './Pill.module.css'
import { Popover } from './Popover'
import styles from './Popover.module.css'

export type Health = 'ON_TRACK' | 'AT_RISK' | 'OFF_TRACK' | 'UNKNOWN'

export interface HealthPillProps {
  health: Health
  /** The facts that led to it. With them the pill opens and says why; there is no red light without a reason. */
  facts?: readonly { text: string; href?: string }[]
}

const names = {
  ON_TRACK: 'healthOnTrack',
  AT_RISK: 'healthAtRisk',
  OFF_TRACK: 'healthOffTrack',
  UNKNOWN: 'healthUnknown',
} as const

const tones = { ON_TRACK: 'good', AT_RISK: 'signal', OFF_TRACK: 'danger', UNKNOWN: 'plain' } as const

/** How something is doing: a word, a shape (disc, triangle, diamond, ring) and, one press away, the facts behind it. */
export function HealthPill({ health, facts = [] }: HealthPillProps) {
  const t = useWords(uiWords)
  const name = t(names[health])
  const look = `${pill.pill} ${pill[tones[health]]}`
  const content = (
    <>
      <HealthShape health={health} />
      {name}
    </>
  )
  if (facts.length === 0) return <span className={look}>{content}</span>
  return (
    <Popover
      label={t('healthWhy', { health: name })}
      isNamedByLabel
      trigger={content}
      triggerClassName={look}
    >
      <p className={styles.title}>{t('healthFacts')}</p>
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <li key={fact.text}>
            {fact.href === undefined ? fact.text : <Link href={fact.href}>{fact.text}</Link>}
          </li>
        ))}
      </ul>
    </Popover>
  )
}

/** The shape alone, beside a word that is already there. */
export function HealthShape({ health }: { health: Health }) {
  return (
    <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true" fill="currentColor">
      {health === 'ON_TRACK' ? <circle cx="6" cy="6" r="4.8" /> : null}
      {health === 'AT_RISK' ? <path d="M6 1 11.2 10.4H.8Z" /> : null}
      {health === 'OFF_TRACK' ? <path d="M6 .4 11.6 6 6 11.6.4 6Z" /> : null}
      {health === 'UNKNOWN' ? (
        <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.8" />
      ) : null}
    </svg>
  )
}
