import { useWords } from '@/i18n/useWords'
import { LineList, Prose } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import type { Contribution } from '../contribution'
import { contributionPageWords } from '../pageMessages'

/** What is written: a practice sheet in its order, or the context of a question. */
export function Sheet({ contribution: it }: { contribution: Contribution }) {
  const t = useWords(contributionPageWords)
  const parts = [
    { title: t(it.kind === 'PEPITE' ? 'context' : 'contextQuestion'), text: it.context },
    { title: t('done'), text: it.done },
    { title: t('results'), text: it.results },
    { title: t('reuse'), text: it.reuse },
    { title: t('contact'), text: it.contact },
  ].filter(({ text }) => text !== '')
  return (
    <>
      {parts.map(({ title, text }) => (
        <Section key={title} title={title}>
          <Prose>{text}</Prose>
        </Section>
      ))}
      {it.links.length === 0 ? null : (
        <Section title={t('links')}>
          <LineList>
            {it.links.map((link) => (
              <li key={link}>
                <Link href={link} isExternal>
                  {link.replace(/^https?:\/\//, '')}
                </Link>
              </li>
            ))}
          </LineList>
        </Section>
      )}
      {parts.length === 0 && it.links.length === 0 ? <p>{t('sheetEmpty')}</p> : null}
    </>
  )
}
