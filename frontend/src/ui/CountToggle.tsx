import type { LucideIcon } from 'lucide-react'
import { useFormat } from '@/i18n/useFormat'
import styles from './CountToggle.module.css'
import { Press } from './Press'

export interface CountToggleProps {
  icon: LucideIcon
  /** What a press says, on what, and how many say it. */
  label: string
  /** How many there are, in words, where there is nothing to press. */
  figure: string
  /** What it means in a word or two, where there is room. */
  word?: string
  isOn: boolean
  count: number
  /** It is on this device and has not reached the server. */
  isWaiting: boolean
  canToggle: boolean
  onToggle: () => void
}

/** One voice among others, given and taken back with one press, and how many there are; where it is over, the figure alone. */
export function CountToggle({ icon: Icon, isOn, count, ...props }: CountToggleProps) {
  const format = useFormat()
  const icon = <Icon aria-hidden="true" fill={isOn ? 'currentColor' : 'none'} />
  if (!props.canToggle) {
    return (
      <span className={styles.figure}>
        {icon}
        <span aria-hidden="true">{format.number(count)}</span>
        <span className="visually-hidden">{props.figure}</span>
      </span>
    )
  }
  return (
    <Press
      className={styles.toggle!}
      aria-pressed={isOn}
      aria-label={props.label}
      data-waiting={props.isWaiting || undefined}
      onPress={props.onToggle}
    >
      {icon}
      {props.word === undefined ? null : <span>{props.word}</span>}
      <span className={styles.count}>{format.number(count)}</span>
    </Press>
  )
}
