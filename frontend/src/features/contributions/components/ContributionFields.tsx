import type { UseFormReturn } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { graphql } from '@/app/graphql'
import { useViewer } from '@/app/session'
import { useThemeLabel } from '@/app/themes'
import { useWords, type Say } from '@/i18n/useWords'
import { FormCheckboxGroup } from '@/ui/FormCheckboxGroup'
import { FormSelect } from '@/ui/FormSelect'
import { FormTextArea } from '@/ui/FormTextArea'
import { FormTextField } from '@/ui/FormTextField'
import type { Option } from '@/ui/option'
import type { Kind, WrittenContribution } from '../contribution'
import { contributionFormWords } from '../formMessages'

const choicesQuery = graphql(`
  query ContributionChoices {
    themes {
      id
      labelFr
      labelEn
    }
    gatherings(filter: { states: [LIVE, PUBLISHED] }, first: 20) {
      nodes {
        id
        name
        state
        viewerCanBring
      }
    }
  }
`)

/** Stands for no gathering in a list of them. */
const nowhere = 'none'

export interface ContributionValues {
  gathering: string
  title: string
  context: string
  done: string
  results: string
  reuse: string
  contact: string
  /** An address a line. */
  links: string
  themeIds: string[]
}

const titleMost = 120
const textMost = 4000
const contactMost = 300
const linksMost = 5

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What a contribution has to be, in the reader's words; the server says the same. */
export function contributionSchema(t: Say<(typeof contributionFormWords)['keys'][number]>) {
  const text = (max: number) => v.pipe(v.string(), v.maxLength(max, t('long', { max })))
  return v.object({
    gathering: v.pipe(v.string(), v.nonEmpty(t('gatheringNeeded'))),
    title: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty(t('titleNeeded')),
      v.maxLength(titleMost, t('long', { max: titleMost })),
    ),
    context: text(textMost),
    done: text(textMost),
    results: text(textMost),
    reuse: text(textMost),
    contact: text(contactMost),
    links: v.pipe(
      v.string(),
      v.check((links) => linesOf(links).length <= linksMost, t('linksMany')),
      v.check(
        (links) => linesOf(links).every((link) => /^https?:\/\/\S+$/.test(link) && URL.canParse(link)),
        t('linksBad'),
      ),
    ),
    themeIds: v.array(v.string()),
  })
}

/** The form of a contribution as it stands, or of a new one. */
export function valuesOf(written: WrittenContribution | undefined, gathering: string): ContributionValues {
  return {
    gathering,
    title: written?.title ?? '',
    context: written?.context ?? '',
    done: written?.done ?? '',
    results: written?.results ?? '',
    reuse: written?.reuse ?? '',
    contact: written?.contact ?? '',
    links: (written?.links ?? []).join('\n'),
    themeIds: (written?.themes ?? []).map(({ id }) => id),
  }
}

/** What is sent of a form: a question has a title, a context and themes only. */
export function inputOf(kind: Kind, { gathering, links, ...values }: ContributionValues) {
  const { title, context, themeIds, ...sheet } = values
  return {
    gatheringId: gathering === nowhere ? null : gathering,
    title,
    context,
    themeIds,
    ...(kind === 'PEPITE' ? { ...sheet, links: linesOf(links) } : {}),
  }
}

export interface Choices {
  themes: Option[]
  /** Where it may be brought: nowhere for now, too, for whoever is of a team. */
  gatherings: Option[]
  /** The likeliest: the one going on. */
  likeliest: string
}

/** What a contribution's form chooses among; undefined while it is not known. */
export function useChoices(): Choices | undefined {
  const t = useWords(contributionFormWords)
  const label = useThemeLabel()
  const isGuest = useViewer().staffMember.job === 'GUEST'
  const [{ data }] = useQuery({ query: choicesQuery })
  if (data === undefined) return undefined
  const open = data.gatherings.nodes.filter(({ viewerCanBring }) => viewerCanBring)
  const gatherings = open.map(({ id, name }): Option => ({ id, label: name }))
  if (!isGuest) gatherings.push({ id: nowhere, label: t('noGathering') })
  return {
    themes: data.themes.map((theme) => ({
      id: theme.id,
      label: label(theme),
    })),
    gatherings,
    likeliest: open.find(({ state }) => state === 'LIVE')?.id ?? gatherings.at(-1)?.id ?? nowhere,
  }
}

/** The gathering of a contribution, as the form names it. */
export function gatheringOf(written: WrittenContribution): string {
  return written.gathering?.id ?? nowhere
}

export interface ContributionFieldsProps {
  form: UseFormReturn<ContributionValues>
  kind: Kind
  choices: Choices
  /** Whether it may still change its gathering. */
  isFree: boolean
}

/** The fields of a practice sheet, or of a question. */
export function ContributionFields({ form, kind, choices, isFree }: ContributionFieldsProps) {
  const t = useWords(contributionFormWords)
  const area = { rows: 2, maxLength: textMost }
  return (
    <>
      <FormTextField form={form} name="title" label={t(`title.${kind}`)} maxLength={titleMost} isRequired />
      {kind === 'PEPITE' ? <FormTextArea form={form} name="done" label={t('done')} {...area} /> : null}
      <FormTextArea
        form={form}
        name="context"
        label={t(`context.${kind}`)}
        help={t('contextHelp')}
        {...area}
      />
      {kind === 'PEPITE' ? (
        <>
          <FormTextArea form={form} name="results" label={t('results')} {...area} />
          <FormTextArea form={form} name="reuse" label={t('reuse')} {...area} />
          <FormTextField
            form={form}
            name="contact"
            label={t('contact')}
            help={t('contactHelp')}
            maxLength={contactMost}
          />
          <FormTextArea form={form} name="links" label={t('links')} help={t('linksHelp')} rows={2} />
        </>
      ) : null}
      {choices.themes.length === 0 ? null : (
        <FormCheckboxGroup form={form} name="themeIds" label={t('themes')} isRow options={choices.themes} />
      )}
      {isFree ? (
        <FormSelect
          form={form}
          name="gathering"
          label={t('gathering')}
          help={t('gatheringHelp')}
          options={choices.gatherings}
        />
      ) : null}
    </>
  )
}
