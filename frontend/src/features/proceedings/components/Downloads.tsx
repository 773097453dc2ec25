import { FileDown, Printer } from 'lucide-react'
import { useState, type MouseEvent } from 'react'
import { renew } from '@/app/auth'
import { useMaybeViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import { Button, buttonLook } from '@/ui/Button'
import { notify } from '@/ui/Toast'
import { proceedingsWords } from '../messages'
import styles from './Proceedings.module.css'

/** The document to take away. The links are what they say; fetched from here, a wait is told and a session is renewed on the way. */
export function Downloads({ base, pdf }: { base: string; pdf: boolean }) {
  const t = useWords(proceedingsWords)
  return (
    <div className={styles.downloads}>
      <Download href={`${base}/actes.odt`} format="ODT" label={t('odt')} />
      {pdf ? <Download href={`${base}/actes.pdf`} format="PDF" label={t('pdf')} /> : null}
      <Button icon={<Printer aria-hidden="true" />} onPress={() => window.print()}>
        {t('print')}
      </Button>
      {pdf ? null : <p className={styles.none}>{t('pdfNone')}</p>}
    </div>
  )
}

function Download({ href, format, label }: { href: string; format: string; label: string }) {
  const t = useWords(proceedingsWords)
  const viewer = useMaybeViewer()
  const [isPending, setPending] = useState(false)
  const fetchOnce = () => fetch(href, { credentials: 'same-origin' })
  const take = async () => {
    setPending(true)
    try {
      let answer = await fetchOnce()
      if (viewer !== null && (answer.status === 401 || answer.status === 404) && (await renew()))
        answer = await fetchOnce()
      if (!answer.ok) {
        notify({ tone: 'danger', text: t(answer.status === 503 ? 'busy' : 'notHad') })
        return
      }
      const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1]
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await answer.blob())
      link.download = name ?? 'actes'
      link.click()
      // The browser has begun to read it by then.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    } catch {
      notify({ tone: 'danger', text: t('notHad') })
    } finally {
      setPending(false)
    }
  }
  return (
    <a
      href={href}
      download
      className={buttonLook({})}
      aria-label={isPending ? undefined : label}
      aria-disabled={isPending || undefined}
      onClick={(event: MouseEvent<HTMLAnchorElement>) => {
        event.preventDefault()
        if (!isPending) void take()
      }}
    >
      <FileDown aria-hidden="true" />
      <span>{isPending ? t('preparing') : format}</span>
    </a>
  )
}
