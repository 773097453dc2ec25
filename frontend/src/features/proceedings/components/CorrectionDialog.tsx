import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { TextArea } from '@/ui/TextArea'
import { TextField } from '@/ui/TextField'
import { correctionWords } from '../correctionMessages'
import { isLine, isNeeded, lengths, type Corrigible } from '../corrections'

export interface CorrectionDialogProps {
  stands: Corrigible
  /** What was written for it before, if anything. */
  given: string | undefined
  onKeep: (text: string) => void
  onClose: () => void
}

/** One text of the document, to be written anew. */
export function CorrectionDialog({ stands, given, onKeep, onClose }: CorrectionDialogProps) {
  const t = useWords(correctionWords)
  const [text, setText] = useState(given ?? stands.text)
  const [isTried, setTried] = useState(false)
  const { part, of } = stands
  const clean = text.trim()
  const fault = clean === stands.text ? t('same') : clean === '' && isNeeded(part) ? t('needed') : undefined
  const keep = () => {
    setTried(true)
    if (fault === undefined) onKeep(clean)
  }
  const field = {
    label: t('text'),
    value: text,
    onChange: setText,
    maxLength: lengths[part],
    error: isTried ? fault : undefined,
  }
  return (
    <Dialog
      title={t(`part.${part}`)}
      isOpen
      isHeld
      size="l"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onPress={keep}>
            {t('keep')}
          </Button>
        </>
      }
    >
      {of === '' ? null : <p>{of}</p>}
      {isLine(part) ? (
        <TextField {...field} />
      ) : (
        <TextArea {...field} rows={Math.min(16, Math.max(4, Math.ceil(stands.text.length / 60)))} />
      )}
    </Dialog>
  )
}
