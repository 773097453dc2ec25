import { useWatch, type UseFormReturn } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { FormCheckboxGroup } from '@/ui/FormCheckboxGroup'
import { FormSelect } from '@/ui/FormSelect'
import { FormTextArea } from '@/ui/FormTextArea'
import { FormTextField } from '@/ui/FormTextField'
import { forumWords } from '../messages'
import { outcomes, type Outcome } from '../outcomes'
import { useThemeLabel } from '@/app/themes'
import { wallWords } from '../wallMessages'

const themesQuery = graphql(`
  query ForumThemes {
    themes {
      id
      labelFr
      labelEn
    }
  }
`)

export interface TopicValues {
  title: string
  description: string
  intendedOutcome: Outcome
  themeIds: string[]
  convene: boolean
}

/** What a topic's card must hold, in the reader's words. */
export function useTopicSchema() {
  const t = useWords(wallWords)
  return v.object({
    title: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(t('topicTitleNeeded')),
      v.maxLength(120, t('topicTitleLong')),
    ),
    description: v.pipe(v.string(), v.maxLength(4000, t('descriptionLong'))),
    intendedOutcome: v.picklist(outcomes, t('outcomeNeeded')),
    themeIds: v.array(v.string()),
    convene: v.boolean(),
  })
}

/** The fields of a topic's card: to propose it and to rewrite it. */
export function TopicFields({ form }: { form: UseFormReturn<TopicValues> }) {
  const t = useWords(wallWords)
  const tForum = useWords(forumWords)
  const themeLabel = useThemeLabel()
  const [{ data }] = useQuery({ query: themesQuery })
  const outcome = useWatch({ control: form.control, name: 'intendedOutcome' })
  return (
    <>
      <FormTextField
        form={form}
        name="title"
        label={t('topicTitle')}
        help={t('topicTitleHelp')}
        maxLength={120}
        isRequired
      />
      <FormTextArea
        form={form}
        name="description"
        label={t('description')}
        help={t('descriptionHelp')}
        rows={3}
      />
      <FormSelect
        form={form}
        name="intendedOutcome"
        label={t('outcome')}
        help={tForum(`outcomeNote.${outcome}`)}
        options={outcomes.map((id) => ({ id, label: tForum(`outcome.${id}`) }))}
      />
      {data === undefined || data.themes.length === 0 ? null : (
        <FormCheckboxGroup
          form={form}
          name="themeIds"
          label={t('themes')}
          isRow
          options={data.themes.map((theme) => ({ id: theme.id, label: themeLabel(theme) }))}
        />
      )}
    </>
  )
}
