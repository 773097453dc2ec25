import { useState, type ReactNode } from 'react'
import { Languages, Moon, Sun } from 'lucide-react'
import { useLanguage } from '@/i18n/LanguageProvider'
import { useWords } from '@/i18n/useWords'
import { Button } from '@/ui/Button'
import { Row, Stack } from '@/ui/Layout'
import { PageHeader } from '@/ui/PageHeader'
import { Section } from '@/ui/Section'
import { setTheme, useTheme } from '../preferences'
import { DataSamples } from './DataSamples'
import { DrawingSamples } from './DrawingSamples'
import { FeedbackSamples } from './FeedbackSamples'
import { FormSamples } from './FormSamples'
import { styleWords } from './messages'
import styles from './StylePage.module.css'
import { ThreadSamples } from './ThreadSamples'

/** Every component in every state, in both languages and themes: what a page is built with. */
export function StylePage() {
  const t = useWords(styleWords)
  const { language, setLanguage } = useLanguage()
  const theme = useTheme()
  return (
    <main className={styles.page}>
      <PageHeader
        eyebrow="Maillage"
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <Button
              size="s"
              icon={<Languages aria-hidden="true" />}
              onPress={() => setLanguage(language === 'fr' ? 'en' : 'fr')}
            >
              {language === 'fr' ? 'English' : 'Français'}
            </Button>
            <Button
              size="s"
              icon={theme === 'dark' ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
              onPress={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
            >
              {t(theme === 'dark' ? 'light' : 'dark')}
            </Button>
          </>
        }
      />
      <ThreadSamples />
      <Colours />
      <Buttons />
      <FormSamples />
      <DataSamples />
      <FeedbackSamples />
      <DrawingSamples />
    </main>
  )
}

const swatches = [
  'paper',
  'surface',
  'sunken',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'accent',
  'accent-soft',
  'signal',
  'signal-soft',
  'good',
  'danger',
]

function Colours() {
  const t = useWords(styleWords)
  return (
    <Section title={t('colours')} lead={t('coloursLead')}>
      <ul className={styles.swatches}>
        {swatches.map((name) => (
          <li key={name}>
            <span className={styles.swatch} style={{ background: `var(--${name})` }} />
            {name}
          </li>
        ))}
      </ul>
      <div className={styles.scale}>
        <p className={styles.xxl}>{t('scale1')}</p>
        <p className={styles.xl}>{t('scale2')}</p>
        <p className={styles.l}>{t('scale3')}</p>
        <p>{t('scale4')}</p>
        <p className={styles.s}>{t('scale5')}</p>
      </div>
    </Section>
  )
}

function Buttons() {
  const t = useWords(styleWords)
  const [isPending, setPending] = useState(false)
  const press = () => {
    setPending(true)
    setTimeout(() => setPending(false), 1500)
  }
  const line = (children: ReactNode) => <Row>{children}</Row>
  return (
    <Section title={t('buttons')}>
      <Stack>
        {line(
          <>
            <Button variant="primary" isPending={isPending} onPress={press}>
              {t('propose')}
            </Button>
            <Button>{t('join')}</Button>
            <Button variant="quiet">{t('later')}</Button>
            <Button variant="signal">{t('sign')}</Button>
            <Button variant="danger">{t('withdraw')}</Button>
          </>,
        )}
        {line(
          <>
            <Button size="s" variant="primary">
              {t('propose')}
            </Button>
            <Button size="s">{t('join')}</Button>
            <Button size="s" isDisabled>
              {t('later')}
            </Button>
            <Button variant="primary" isPending>
              {t('sending')}
            </Button>
          </>,
        )}
        <Button reason={t('reason')}>{t('start')}</Button>
      </Stack>
    </Section>
  )
}
