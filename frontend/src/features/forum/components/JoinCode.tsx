import { QrCode } from 'lucide-react'
import { Suspense, useState } from 'react'
import { addresses, whole } from '@/app/addresses'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { topicWords } from '../topicMessages'

const Code = later(async () => (await import('./Code')).Code)

/** A code on the convener's phone: those who come in scan it and say that they are there. */
export function JoinCode({ topicId }: { topicId: string }) {
  const t = useWords(topicWords)
  const [isOpen, setOpen] = useState(false)
  const address = whole(addresses.topic(topicId))
  return (
    <>
      <Button variant="quiet" icon={<QrCode aria-hidden="true" />} onPress={() => setOpen(true)}>
        {t('code')}
      </Button>
      <Dialog title={t('codeTitle')} isOpen={isOpen} onClose={() => setOpen(false)} size="s">
        <p>{t('codeText')}</p>
        <Suspense>
          <Code text={address} />
        </Suspense>
        <p>
          <small>{address}</small>
        </p>
      </Dialog>
    </>
  )
}
