import { expect, it } from 'vitest'
import { renderApp } from '@/test/render'
import { useLanguage } from './LanguageProvider'
import { useWords } from './useWords'
import { words } from './words'

const sample = words('sample', {
  fr: {
    plain: "C'est prêt !",
    count: '{count, plural, one {# groupe} other {# groupes}}',
    rich: 'Signé par <b>{name}</b>, merci',
  },
  en: {
    plain: "It's ready!",
    count: '{count, plural, one {# group} other {# groups}}',
    rich: 'Signed by <b>{name}</b>, thank you',
  },
})

function Sample() {
  const t = useWords(sample)
  const { setLanguage } = useLanguage()
  return (
    <>
      <p>{t('plain')}</p>
      <p>{t('count', { count: 0 })}</p>
      <p>{t('count', { count: 1200 })}</p>
      <p>{t.rich('rich', { name: 'Nadia', b: (parts) => <b>{parts}</b> })}</p>
      <button type="button" onClick={() => setLanguage('en')}>
        English
      </button>
    </>
  )
}

it('says words with their plurals and elements, and changes language at once', async () => {
  const { container, user, getByRole } = await renderApp(<Sample />)
  const said = () => [...container.querySelectorAll('p')].map((line) => line.innerHTML)
  expect(said()).toEqual([
    'C’est prêt\u202f!',
    '0 groupe',
    '1\u202f200 groupes',
    'Signé par <b>Nadia</b>, merci',
  ])
  await user.click(getByRole('button'))
  expect(said()).toEqual(['It’s ready!', '0 groups', '1,200 groups', 'Signed by <b>Nadia</b>, thank you'])
  expect(document.documentElement.lang).toBe('en')
})
