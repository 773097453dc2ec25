import styles from './DotMeter.module.css'

export interface DotMeterProps {
  /** Says the figure: « 3 gommettes sur 5 ». */
  label: string
  value: number
  max: number
}

/** A few countable things, put or left: dots of a vote. */
export function DotMeter({ label, value, max }: DotMeterProps) {
  return (
    <span className={styles.meter} role="img" aria-label={label}>
      {Array.from({ length: max }, (_, index) => (
        <span key={index} className={index < value ? styles.full : styles.left} />
      ))}
    </span>
  )
}
