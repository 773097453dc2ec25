import { diffWordsWithSpace } from 'diff'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { LineList, Row } from '@/ui/Layout'
import { Section } from '@/ui/Section'
import { correctionWords } from '../correctionMessages'
import { keyOf, preparedId, type Correction, type Corrigible } from '../corrections'
import styles from './Corrections.module.css'

export interface CorrectionsProps {
  texts: readonly Corrigible[]
  corrections: readonly Correction[]
  onCorrect: (text: Corrigible) => void
  onGiveUp: (correction: Correction) => void
}

/** What is to be published, each beside what the last edition says. */
export function Corrections({ texts, corrections, onCorrect, onGiveUp }: CorrectionsProps) {
  const t = useWords(correctionWords)
  const byKey = new Map(texts.map((text) => [keyOf(text), text]))
  return (
    <div id={preparedId} tabIndex={-1} className={styles.prepared}>
      <Section title={t('prepared')} count={corrections.length}>
        {corrections.length === 0 ? <p className={styles.none}>{t('preparedNone')}</p> : null}
        <LineList label={t('prepared')}>
          {corrections.map((correction) => {
            const stands = byKey.get(keyOf(correction))
            const named = { part: t(`part.${correction.part}`), of: stands?.of ?? '' }
            return (
              <li key={keyOf(correction)} className={styles.what}>
                <span className={styles.of}>{named.part}</span>
                {named.of === '' ? null : <span className={styles.under}>{named.of}</span>}
                {stands === undefined ? (
                  <p className={styles.none}>{t('gone')}</p>
                ) : (
                  <Change from={stands.text} to={correction.text} />
                )}
                <Row>
                  {stands === undefined ? null : (
                    <Button size="s" aria-label={t('againThis', named)} onPress={() => onCorrect(stands)}>
                      {t('again')}
                    </Button>
                  )}
                  <Button
                    size="s"
                    variant="quiet"
                    aria-label={t('giveUpThis', named)}
                    onPress={() => onGiveUp(correction)}
                  >
                    {t('giveUp')}
                  </Button>
                </Row>
              </li>
            )
          })}
        </LineList>
      </Section>
    </div>
  )
}

/** What one text becomes, word by word. It scrolls by keyboard too. */
function Change({ from, to }: { from: string; to: string }) {
  const t = useWords(correctionWords)
  if (from === to) return <p className={styles.none}>{t('alreadySo')}</p>
  return (
    <p className={styles.change} tabIndex={0}>
      {diffWordsWithSpace(from, to).map(({ value, added, removed }, index) =>
        added ? (
          <ins key={index}>
            <span className="visually-hidden">{t('added')} </span>
            {value}
          </ins>
        ) : removed ? (
          <del key={index}>
            <span className="visually-hidden">{t('removed')} </span>
            {value}
          </del>
        ) : (
          <span key={index}>{value}</span>
        ),
      )}
    </p>
  )
}
