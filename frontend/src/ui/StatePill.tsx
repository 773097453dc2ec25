import styles from './Pill.module.css'

export const stateTones = ['idle', 'waiting', 'active', 'done', 'paused', 'stopped'] as const
/**
 * idle: not begun; waiting: asks something of someone; active: going on; done: reached its end; paused: asleep;
 * stopped: will not go on.
 */
export type StateTone = (typeof stateTones)[number]

export interface State {
  label: string
  tone: StateTone
}

const look: Record<StateTone, string> = {
  idle: 'plain',
  waiting: 'signal',
  active: 'accent',
  done: 'good',
  paused: 'plain',
  stopped: 'plain',
}

/** The state of a thing: a word, and a shape that is different for each tone. The colour only helps. */
export function StatePill({ label, tone }: State) {
  return (
    <span className={`${styles.pill} ${styles[look[tone]]} ${tone === 'stopped' ? styles.stopped : ''}`}>
      <StateShape tone={tone} />
      {label}
    </span>
  )
}

/** The shape alone, beside a word that is already there. */
export function StateShape({ tone }: { tone: StateTone }) {
  return (
    <svg
      viewBox="0 0 12 12"
      width="11"
      height="11"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    >
      {tone === 'idle' ? <circle cx="6" cy="6" r="4.4" strokeDasharray="2 1.7" /> : null}
      {tone === 'waiting' ? (
        <path d="M6 1.2 10.8 10H1.2Z" fill="currentColor" strokeLinejoin="round" />
      ) : null}
      {tone === 'active' ? (
        <>
          <circle cx="6" cy="6" r="4.4" />
          <circle cx="6" cy="6" r="2" fill="currentColor" stroke="none" />
        </>
      ) : null}
      {tone === 'done' ? (
        <path d="m1.8 6.4 2.9 2.9 5.5-6.2" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      ) : null}
      {tone === 'paused' ? <path d="M4 2v8M8 2v8" strokeWidth="2" strokeLinecap="round" /> : null}
      {tone === 'stopped' ? (
        <path d="m2.4 2.4 7.2 7.2m0-7.2L2.4 9.6" strokeWidth="2" strokeLinecap="round" />
      ) : null}
    </svg>
  )
}
