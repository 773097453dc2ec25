import { valibotResolver } from '@hookform/resolvers/valibot'
import { useMemo } from 'react'
import { useForm } from 'react-hook-form'
import { useQuery } from 'urql'
import * as v from 'valibot'
import { useAct } from '@/app/mutate'
import { useViewer } from '@/app/session'
import { useThemeLabel } from '@/app/themes'
import { VersionedForm } from '@/app/VersionedForm'
import { languageNames } from '@/i18n/language'
import { useLanguage } from '@/i18n/LanguageProvider'
import { useWords } from '@/i18n/useWords'
import { FormCheckboxGroup } from '@/ui/FormCheckboxGroup'
import { FormRadioGroup } from '@/ui/FormRadioGroup'
import { FormTextArea } from '@/ui/FormTextArea'
import { FormTextField } from '@/ui/FormTextField'
import { Loaded } from '@/ui/Loaded'
import { Skeleton } from '@/ui/Skeleton'
import { notify } from '@/ui/Toast'
import { profileWords } from '../messages'
import {
  profileQuery,
  updateProfile,
  valuesOf,
  type ProfileValues,
  type ProfileViewer,
  type Theme,
} from '../profile'
import styles from './Profile.module.css'

const themesMost = 8

function useProfileSchema() {
  const t = useWords(profileWords)
  const line = (needed: string, max: number) =>
    v.pipe(v.string(), v.trim(), v.nonEmpty(needed), v.maxLength(max, t('tooLong', { max })))
  return v.object({
    givenName: line(t('givenNameNeeded'), 80),
    familyName: line(t('familyNameNeeded'), 80),
    phone: v.pipe(v.string(), v.trim(), v.maxLength(40, t('tooLong', { max: 40 }))),
    bio: v.pipe(v.string(), v.maxLength(2000, t('tooLong', { max: 2000 }))),
    language: v.picklist(['FR', 'EN']),
    themeIds: v.pipe(v.array(v.string()), v.maxLength(themesMost, t('themesMany'))),
    version: v.number(),
  })
}

/** What one says of oneself. */
export function ProfileForm() {
  const [result, again] = useQuery({ query: profileQuery })
  return (
    <Loaded
      result={result}
      find={({ viewer, themes }) => (viewer === null ? null : { viewer, themes })}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={<Skeleton lines={8} />}
    >
      {({ viewer, themes }) => <EditProfile viewer={viewer} themes={themes} />}
    </Loaded>
  )
}

function EditProfile({ viewer, themes }: { viewer: ProfileViewer; themes: readonly Theme[] }) {
  const t = useWords(profileWords)
  const themeLabel = useThemeLabel()
  const { language, setLanguage } = useLanguage()
  // Guests are in no directory.
  const isGuest = useViewer().staffMember.job === 'GUEST'
  const [save] = useAct(updateProfile)
  const form = useForm<ProfileValues>({
    resolver: valibotResolver(useProfileSchema()),
    defaultValues: valuesOf(viewer),
  })
  const say = useProfileText(themes)

  return (
    <div className={styles.narrow}>
      <VersionedForm
        form={form}
        label={t('profile')}
        draft={`profile:${viewer.id}`}
        query={profileQuery}
        variables={{}}
        find={(data) => data.viewer && valuesOf(data.viewer)}
        asText={say}
        send={(values) => save(values, { silent: true })}
        onSent={({ updateProfile: saved }, values) => {
          form.reset({ ...values, version: saved?.staffMember?.version ?? values.version + 1 })
          const chosen = values.language === 'EN' ? 'en' : 'fr'
          if (chosen !== language) setLanguage(chosen)
          notify({ tone: 'good', text: t('saved') })
        }}
        save={t('save')}
      >
        {isGuest ? null : <p>{t('profileLead')}</p>}
        <div className={styles.pair}>
          <FormTextField
            form={form}
            name="givenName"
            label={t('givenName')}
            autoComplete="given-name"
            maxLength={80}
            isRequired
          />
          <FormTextField
            form={form}
            name="familyName"
            label={t('familyName')}
            autoComplete="family-name"
            maxLength={80}
            isRequired
          />
        </div>
        <FormTextField
          form={form}
          name="phone"
          label={t('phone')}
          help={t('phoneHelp')}
          type="tel"
          autoComplete="tel"
          maxLength={40}
        />
        <FormTextArea form={form} name="bio" label={t('bio')} help={t('bioHelp')} rows={4} maxLength={2000} />
        {themes.length === 0 ? null : (
          <FormCheckboxGroup
            form={form}
            name="themeIds"
            label={t('themes')}
            help={t('themesHelp')}
            isRow
            options={themes.map((theme) => ({ id: theme.id, label: themeLabel(theme) }))}
          />
        )}
        <FormRadioGroup
          form={form}
          name="language"
          label={t('accountLanguage')}
          help={t('accountLanguageHelp')}
          isRow
          options={[
            { id: 'FR', label: languageNames.fr },
            { id: 'EN', label: languageNames.en },
          ]}
        />
        {viewer.staffMember.email ? (
          <p className={styles.note}>{t('asked', { email: viewer.staffMember.email })}</p>
        ) : null}
      </VersionedForm>
    </div>
  )
}

/** A profile as a text, to be read beside another. */
function useProfileText(themes: readonly Theme[]): (values: ProfileValues) => string {
  const t = useWords(profileWords)
  const themeLabel = useThemeLabel()
  return useMemo(
    () => (values) =>
      [
        [t('givenName'), values.givenName],
        [t('familyName'), values.familyName],
        [t('phone'), values.phone],
        [t('bio'), values.bio],
        [
          t('themes'),
          themes
            .filter(({ id }) => values.themeIds.includes(id))
            .map(themeLabel)
            .join(', '),
        ],
        [t('accountLanguage'), languageNames[values.language === 'EN' ? 'en' : 'fr']],
      ]
        .map(([label, value]) => t('pair', { label, value: value === '' ? t('none') : value }))
        .join('\n'),
    [t, themes, themeLabel],
  )
}
