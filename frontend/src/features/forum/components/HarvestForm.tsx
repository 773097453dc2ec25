import { valibotResolver } from '@hookform/resolvers/valibot'
import { useEffect, useState } from 'react'
import { Controller, useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { useClient } from 'urql'
import * as v from 'valibot'
import { useDraft } from '@/app/drafts'
import { graphql, type ResultOf } from '@/app/graphql'
import { enqueue, useIsHeldBack, useRefused, useWaiting } from '@/app/outbox'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { ConflictDialog } from '@/ui/ConflictDialog'
import { Form, FormActions, SubmitButton, type FormFailure } from '@/ui/Form'
import { FormTextArea } from '@/ui/FormTextArea'
import { Switch } from '@/ui/Switch'
import { notify } from '@/ui/Toast'
import { texts, inputOf, isSameHarvest, valuesOf, type HarvestValues } from '../harvest'
import { harvestWords } from '../harvestMessages'
import { harvestText, type Harvest, type Topic } from '../topic'
import { useNoteWriting } from '../useNoteWriting'
import styles from './HarvestForm.module.css'
import { HarvestPublish } from './HarvestPublish'
import { HarvestText } from './HarvestText'
import { PeoplePicker } from './PeoplePicker'

const writeHarvest = graphql(
  `
    mutation WriteHarvest($input: WriteHarvestInput!) {
      writeHarvest(input: $input) {
        topic {
          id
          viewerCanPublishHarvest
          harvest {
            ...HarvestText
          }
        }
      }
    }
  `,
  [harvestText],
)

const latestHarvest = graphql(
  `
    query LatestHarvest($id: ID!) {
      topic(id: $id) {
        id
        harvest {
          ...HarvestText
        }
      }
    }
  `,
  [harvestText],
)

const carriersMax = 10

/**
 * The four fields, written by several people on several phones. The text stays on the device until it has been sent; when someone
 * else has saved in between, both texts are shown and neither is lost. `onDone` is for a correction, which one may also leave.
 */
export function HarvestForm({ topic, onDone }: { topic: Topic; onDone?: () => void }) {
  const t = useWords(harvestWords)
  const client = useClient()
  const [theirs, setTheirs] = useState<Harvest>()
  const [isComparing, setComparing] = useState(false)
  const [isPreviewed, setPreviewed] = useState(false)
  const noteWriting = useNoteWriting(topic.id)
  const long = v.pipe(v.string(), v.maxLength(10_000, t('tooLong')))
  const form = useForm<HarvestValues>({
    resolver: valibotResolver(
      v.object({
        version: v.number(),
        said: long,
        decided: long,
        nextSteps: long,
        carriesOn: v.pipe(v.string(), v.maxLength(4000, t('carriesOnLong'))),
        carriers: v.array(v.object({ id: v.string(), name: v.string() })),
      }),
    ),
    defaultValues: valuesOf(topic.harvest),
  })
  const key = `harvest:${topic.id}`
  const { clear } = useDraft(form, key)
  const { isDirty } = form.formState

  // What was written here and waits is what the form shows, also after a reload; one that came back is there to be taken up again.
  const waiting = useWaiting(key)
  const returned = useRefused(key)
  const isHeldBack = useIsHeldBack()
  const mine = waiting ?? returned
  useEffect(() => {
    if (mine?.draft === undefined || form.formState.isDirty) return
    form.reset(mine.draft.values as HarvestValues, { keepDefaultValues: mine.order === returned?.order })
  }, [mine, returned, form])

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        // A value that changes by itself, as when another's text is taken in, has no name.
        callback: ({ name }) => {
          if (name !== undefined) noteWriting()
        },
      }),
    [form, noteWriting],
  )

  // What others saved is taken in as long as nothing has been typed here; after that it is told, and compared on demand.
  const stored = topic.harvest
  useEffect(() => {
    if (stored === null || waiting !== undefined || stored.version === form.getValues('version')) return
    if (isSameHarvest(form.getValues(), stored)) form.setValue('version', stored.version)
    else if (isDirty) setTheirs(stored)
    else form.reset(valuesOf(stored))
  }, [stored, waiting, isDirty, form])

  const settle = (harvest: Harvest) => {
    form.reset(valuesOf(harvest))
    setTheirs(undefined)
    void clear()
  }

  const save = async (values: HarvestValues): Promise<readonly FormFailure[]> => {
    const { outcome } = await enqueue(client, {
      label: t('outbox', { title: topic.title }),
      about: key,
      versionAt: ['writeHarvest', 'topic', 'harvest', 'version'],
      mutation: writeHarvest,
      input: inputOf(topic.id, values),
      draft: { key, values },
    })
    await clear()
    const done = await outcome
    if (done.state === 'waiting') {
      form.reset(values)
      notify({ tone: 'info', text: t('savedOffline') })
      return []
    }
    if (done.state === 'sent') {
      const harvest = (done.data as ResultOf<typeof writeHarvest> | undefined)?.writeHarvest?.topic?.harvest
      if (harvest) settle(harvest)
      notify({ tone: 'good', text: t('saved') })
      onDone?.()
      return []
    }
    if (done.failures.some(({ code }) => code === 'CONFLICT')) {
      const { data } = await client
        .query(latestHarvest, { id: topic.id }, { requestPolicy: 'network-only' })
        .toPromise()
      const latest = data?.topic?.harvest
      if (latest) {
        // An answer lost on the way: what is stored is what was sent.
        if (isSameHarvest(values, latest)) settle(latest)
        else {
          setTheirs(latest)
          setComparing(true)
        }
        return []
      }
    }
    return done.failures
  }

  return (
    <Form form={form} onSubmit={save} label={t('title')}>
      {theirs === undefined ? null : (
        <Banner
          tone="signal"
          title={t('othersWrote', { name: theirs.editedBy.name })}
          actions={
            <Button size="s" onPress={() => setComparing(true)}>
              {t('compare')}
            </Button>
          }
        />
      )}
      <FormTextArea form={form} name="said" label={t('said')} help={t('saidHelp')} rows={4} />
      <FormTextArea form={form} name="decided" label={t('decided')} help={t('decidedHelp')} rows={3} />
      <FormTextArea form={form} name="nextSteps" label={t('nextSteps')} help={t('nextStepsHelp')} rows={3} />
      <FormTextArea form={form} name="carriesOn" label={t('carriesOn')} rows={2} />
      <Controller
        control={form.control}
        name="carriers"
        render={({ field }) => (
          <PeoplePicker
            label={t('carriersLabel')}
            help={t('carriersHelp')}
            value={field.value}
            onChange={field.onChange}
            near={topic.occurrence?.participants ?? []}
            max={carriersMax}
          />
        )}
      />
      <Switch isSelected={isPreviewed} onChange={setPreviewed}>
        {t('preview')}
      </Switch>
      {isPreviewed ? <Preview form={form} /> : null}
      <FormActions>
        <SubmitButton variant={topic.viewerCanPublishHarvest && !isDirty ? 'secondary' : 'primary'}>
          {t('save')}
        </SubmitButton>
        <HarvestPublish topic={topic} isDirty={isDirty} />
        {onDone === undefined ? null : (
          <Button
            variant="quiet"
            onPress={() => {
              void clear()
              onDone()
            }}
          >
            {t('cancel')}
          </Button>
        )}
      </FormActions>
      <p className={styles.note}>
        {t(waiting !== undefined && isHeldBack ? 'waiting' : 'draftKept')} {t('markdown')}
      </p>
      {theirs === undefined ? null : (
        <ConflictDialog
          isOpen={isComparing}
          mine={textOf(form.getValues(), valuesOf(theirs), t)}
          theirs={textOf(valuesOf(theirs), form.getValues(), t)}
          theirsBy={theirs.editedBy.name}
          onKeepMine={() => {
            // Saved from now on over what has been read here.
            form.setValue('version', theirs.version)
            setComparing(false)
            setTheirs(undefined)
          }}
          onTakeTheirs={() => {
            settle(theirs)
            setComparing(false)
          }}
        />
      )}
    </Form>
  )
}

/** What is being written, as it will be read. */
function Preview({ form }: { form: UseFormReturn<HarvestValues> }) {
  const values = useWatch({ control: form.control }) as HarvestValues
  return (
    <div className={styles.preview}>
      <HarvestText harvest={values} />
    </div>
  )
}

type Say = (key: 'said' | 'decided' | 'nextSteps' | 'carriesOn' | 'empty') => string

/** The whole text of a harvest, to be read beside another; what neither has written is left out. */
function textOf(values: HarvestValues, other: HarvestValues, t: Say): string {
  return texts
    .filter((field) => values[field].trim() !== '' || other[field].trim() !== '')
    .map((field) => `${t(field)}\n${values[field].trim() === '' ? t('empty') : values[field]}`)
    .join('\n\n')
}
