import { Mail, Phone } from 'lucide-react'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { peopleWords } from '../messages'
import styles from './Contact.module.css'

export interface ContactProps {
  name: string
  email: string | null
  phone: string | null
}

/** The number as a telephone dials it. */
export function dialled(phone: string): string {
  return `tel:${phone.replaceAll(/[^+\d]/g, '')}`
}

/** The ways to reach a person, one press each; nothing for whoever may not know them. */
export function Contact({ name, email, phone }: ContactProps) {
  const t = useWords(peopleWords)
  return (
    <span className={styles.contact}>
      {email ? (
        <Link href={`mailto:${email}`} className={styles.way!} aria-label={t('write', { name })}>
          <Mail aria-hidden="true" />
        </Link>
      ) : null}
      {phone ? (
        <Link href={dialled(phone)} className={styles.way!} aria-label={t('call', { name })}>
          <Phone aria-hidden="true" />
        </Link>
      ) : null}
    </span>
  )
}
