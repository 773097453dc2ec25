import type { Plugin } from 'vite'

const kept = new Set(['fr-FR', 'en-US'])
const strings = /(?:^|\/)intl\/[^/]+\/([a-z]{2}-[A-Z]{2})\.m?js$/
const empty = '\0empty-locale'

/** Leaves out of the bundle the widget library's own words in the thirty languages the product does not speak. */
export function onlyOurLocales(): Plugin {
  return {
    name: 'only-our-locales',
    enforce: 'pre',
    resolveId(source, importer) {
      const locale = strings.exec(source)?.[1]
      if (locale === undefined || kept.has(locale)) return null
      return importer !== undefined && /react-(aria|stately)/.test(importer) ? empty : null
    },
    load(id) {
      return id === empty ? 'export default {}' : null
    },
  }
}
