import { useState } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { LineList, Row } from '@/ui/Layout'
import { Pill } from '@/ui/Pill'
import { SearchField } from '@/ui/SearchField'
import { Section } from '@/ui/Section'
import { correctionWords } from '../correctionMessages'
import { excerpt, keyOf, matching, preparedId, type Correction, type Corrigible } from '../corrections'
import styles from './Corrections.module.css'

export interface CorrigibleTextsProps {
  texts: readonly Corrigible[]
  corrections: readonly Correction[]
  onCorrect: (text: Corrigible) => void
}

const page = 10

/** The texts of the document, found by what stands in them. */
export function CorrigibleTexts({ texts, corrections, onCorrect }: CorrigibleTextsProps) {
  const t = useWords(correctionWords)
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState(page)
  const found = matching(texts, search)
  const chosen = new Set(corrections.map(keyOf))
  return (
    <Section title={t('find')} lead={t('findLead')}>
      <SearchField
        label={t('search')}
        value={search}
        onChange={(value) => {
          setSearch(value)
          setShown(page)
        }}
      />
      <Row>
        <span role="status">{t('found', { count: found.length })}</span>
        {corrections.length === 0 ? null : (
          <a href={`#${preparedId}`} className={styles.toPrepared}>
            {t('toPrepared', { count: corrections.length })}
          </a>
        )}
      </Row>
      <LineList label={t('find')}>
        {found.slice(0, shown).map((text) => (
          <li key={keyOf(text)} className={styles.text}>
            <div className={styles.what}>
              <span className={styles.of}>
                {t(`part.${text.part}`)}
                {chosen.has(keyOf(text)) ? <Pill tone="good">{t('corrected')}</Pill> : null}
              </span>
              {text.of === text.text || text.of === '' ? null : (
                <span className={styles.under}>{text.of}</span>
              )}
              <span className={text.text === '' ? styles.none : styles.excerpt}>
                {text.text === '' ? t('empty') : excerpt(text.text, search)}
              </span>
            </div>
            <Button
              size="s"
              aria-label={t('correctThis', { part: t(`part.${text.part}`), of: text.of })}
              onPress={() => onCorrect(text)}
            >
              {t('correctOne')}
            </Button>
          </li>
        ))}
      </LineList>
      {found.length > shown ? (
        <div>
          <Button onPress={() => setShown(shown + page)}>{t('more')}</Button>
        </div>
      ) : null}
    </Section>
  )
}
