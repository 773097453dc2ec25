import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Dialog } from '@/ui/Dialog'
import { pageWords } from '../pageMessages'
import type { Part } from '../project'
import { termsWords } from '../termsMessages'
import { TermsSheet } from './TermsSheet'

/** Every version of what a centre was asked for, and which of them it signed. */
export function VersionsDialog({
  part,
  isOpen,
  onClose,
}: {
  part: Part
  isOpen: boolean
  onClose: () => void
}) {
  const t = useWords(pageWords)
  const tTerms = useWords(termsWords)
  const format = useFormat()
  return (
    <Dialog title={t('versionsTitle', { centre: part.centre.shortName })} isOpen={isOpen} onClose={onClose}>
      {part.commitments.map((terms) => (
        <TermsSheet
          key={terms.id}
          centre={tTerms('version', { version: terms.version })}
          as={part.role}
          terms={terms}
          note={
            terms.signedAt === null
              ? `${tTerms('proposedOn', { date: format.date(terms.proposedAt, 'dayShort') })} · ${tTerms('notSigned')}`
              : tTerms('signedBy', {
                  name: terms.signedBy?.name ?? '',
                  date: format.date(terms.signedAt, 'dayShort'),
                })
          }
        />
      ))}
    </Dialog>
  )
}
