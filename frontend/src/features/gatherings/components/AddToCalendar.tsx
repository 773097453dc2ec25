import { CalendarPlus } from 'lucide-react'
import { renew } from '@/app/auth'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { entryWords } from '../entryMessages'

/** Whether the server gives what is at an address to whoever is signed in here. */
async function isGiven(address: string): Promise<boolean> {
  return (await fetch(address, { method: 'HEAD', credentials: 'same-origin' })).ok
}

/** Goes to a calendar entry. A page open for long has a session that must first be renewed: a link would not do that. */
async function fetchEntry(address: string): Promise<void> {
  try {
    if (!(await isGiven(address))) await renew()
  } catch {
    // Without network the browser itself says what is wrong.
  }
  window.location.assign(address)
}

/** Puts one item, or one session, into the reader's own calendar: its address gives a file that every calendar opens. */
export function AddToCalendar({ address, title }: { address: string; title: string }) {
  const t = useWords(entryWords)
  return (
    <Button
      size="s"
      variant="quiet"
      icon={<CalendarPlus aria-hidden="true" />}
      aria-label={t('calendarLabel', { title })}
      onPress={() => void fetchEntry(address)}
    >
      {t('calendar')}
    </Button>
  )
}
