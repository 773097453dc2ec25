import { useEffect, useState } from 'react'
import type { DateStyle } from '@/i18n/format'
import { useFormat } from '@/i18n/useFormat'

/** « il y a 3 jours », with the full date on hover and for machines. */
export function RelativeTime({ at, style = 'dayAndTime' }: { at: string; style?: DateStyle }) {
  const format = useFormat()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const minute = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(minute)
  }, [])
  return (
    <time dateTime={at} title={format.date(at, /^\d{4}-\d{2}-\d{2}$/.test(at) ? 'day' : style)}>
      {format.relative(at, now)}
    </time>
  )
}
