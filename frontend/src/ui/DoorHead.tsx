import styles from './DoorHead.module.css'
import { Logo } from './Logo'
import { OtherLanguage } from './OtherLanguage'

/** The head of a page by which one comes in, before there is a way to anywhere else. */
export function DoorHead() {
  return (
    <header className={styles.head}>
      <span className={styles.brand}>
        <Logo />
        Maillage
      </span>
      <OtherLanguage />
    </header>
  )
}
