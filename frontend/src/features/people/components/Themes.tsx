import { Pill } from '@/ui/Pill'
import styles from './Themes.module.css'
import { useThemeLabel } from '@/app/themes'

/** The subjects someone knows, in the reader's language. */
export function Themes({ themes }: { themes: readonly { id: string; labelFr: string; labelEn: string }[] }) {
  const label = useThemeLabel()
  return (
    <span className={styles.themes}>
      {themes.map((theme) => (
        <Pill key={theme.id}>{label(theme)}</Pill>
      ))}
    </span>
  )
}
