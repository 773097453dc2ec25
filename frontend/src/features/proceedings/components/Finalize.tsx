import { Stamp } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Stack } from '@/ui/Layout'
import { Switch } from '@/ui/Switch'
import { notify } from '@/ui/Toast'
import { finalizeProceedings } from '../acts'
import { proceedingsEditWords } from '../editMessages'
import type { Proceedings } from '../proceedings'
import { MissingList } from './Missing'

/** The coordinator's last word: it cannot be taken back, so what is missing is read first. */
export function Finalize({ proceedings, onChanged }: { proceedings: Proceedings; onChanged: () => void }) {
  const t = useWords(proceedingsEditWords)
  const [isOpen, setOpen] = useState(false)
  const [hasRead, setRead] = useState(false)
  const [finalize, { isPending }] = useAct(finalizeProceedings)
  const { gatheringId, version, missing } = proceedings
  const confirm = async () => {
    const done = await finalize({ gatheringId, version, missingCount: missing.length }, { silent: true })
    if (done.ok) {
      notify({ tone: 'good', text: t('finalized') })
      setOpen(false)
    } else {
      notify({ tone: 'danger', text: done.failures[0]?.message ?? t('moved') })
      setRead(false)
    }
    onChanged()
  }
  return (
    <>
      <Button
        variant="primary"
        icon={<Stamp aria-hidden="true" />}
        onPress={() => {
          setRead(false)
          setOpen(true)
        }}
      >
        {t('finalize')}
      </Button>
      <Dialog
        title={t('finalize')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        footer={(close) => (
          <>
            <Button onPress={close}>{t('cancel')}</Button>
            <Button
              variant="danger"
              isDisabled={missing.length > 0 && !hasRead}
              isPending={isPending}
              onPress={() => void confirm()}
            >
              {t('finalize')}
            </Button>
          </>
        )}
      >
        <Stack>
          <p>{t('finalizeText')}</p>
          {missing.length === 0 ? (
            <p>{t('nothingMissing')}</p>
          ) : (
            <>
              <h3>{t('missing', { count: missing.length })}</h3>
              <MissingList proceedings={proceedings} />
              <Switch isSelected={hasRead} onChange={setRead}>
                {t('read')}
              </Switch>
            </>
          )}
        </Stack>
      </Dialog>
    </>
  )
}
