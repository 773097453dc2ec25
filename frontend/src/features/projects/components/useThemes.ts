import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useThemeLabel } from '@/app/themes'
import { useLanguage } from '@/i18n/LanguageProvider'
import type { Option } from '@/ui/option'

const themesQuery = graphql(`
  query ThemeOptions {
    themes {
      id
      labelFr
      labelEn
    }
  }
`)

/** The shared subjects, in the reader's language and in its order. */
export function useThemes(): Option[] {
  const { language } = useLanguage()
  const label = useThemeLabel()
  const [{ data }] = useQuery({ query: themesQuery, requestPolicy: 'cache-first' })
  return useMemo(
    () =>
      (data?.themes ?? [])
        .map((theme) => ({ id: theme.id, label: label(theme) }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
    [data, label, language],
  )
}
