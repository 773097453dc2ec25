import styles from './Avatar.module.css'

const shades = 6

function initials(name: string): string {
  const parts = name.split(/[\s-]+/).filter((part) => /^\p{L}/u.test(part))
  const first = parts[0]?.[0] ?? ''
  const last = parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

/** The same person has the same shade everywhere; it says nothing else. */
function shade(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return sum % shades
}

/** A person in a disc: initials. The name is always written beside it, so it is silent for screen readers. */
export function Avatar({ name, size = 'm' }: { name: string; size?: 's' | 'm' | 'l' }) {
  return (
    <span aria-hidden="true" className={`${styles.avatar} ${styles[size]} ${styles[`shade${shade(name)}`]}`}>
      {initials(name)}
    </span>
  )
}

/** Several people close together; how many more there are when there is no room. */
export function AvatarStack({ names, max = 5 }: { names: readonly string[]; max?: number }) {
  const hidden = names.length - max
  return (
    <span className={styles.stack} aria-hidden="true">
      {names.slice(0, max).map((name) => (
        <Avatar key={name} name={name} size="s" />
      ))}
      {hidden > 0 ? <span className={`${styles.avatar} ${styles.s} ${styles.more}`}>+{hidden}</span> : null}
    </span>
  )
}
