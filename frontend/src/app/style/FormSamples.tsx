import { valibotResolver } from '@hookform/resolvers/valibot'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import * as v from 'valibot'
import { useWords } from '@/i18n/useWords'
import { ComboBox } from '@/ui/ComboBox'
import { CheckboxGroup } from '@/ui/Checkbox'
import { DateField } from '@/ui/DateField'
import { Form, FormActions, SubmitButton } from '@/ui/Form'
import { FormCheckbox } from '@/ui/FormCheckbox'
import { FormTextArea } from '@/ui/FormTextArea'
import { FormTextField } from '@/ui/FormTextField'
import { MultiSelect } from '@/ui/MultiSelect'
import { NumberField } from '@/ui/NumberField'
import { RadioGroup } from '@/ui/RadioGroup'
import { SearchField } from '@/ui/SearchField'
import { Section } from '@/ui/Section'
import { Select } from '@/ui/Select'
import { Switch } from '@/ui/Switch'
import { TextField } from '@/ui/TextField'
import { styleWords } from './messages'
import { centreNames } from './sampleData'
import styles from './StylePage.module.css'

export function FormSamples() {
  const t = useWords(styleWords)
  const [text, setText] = useState('')
  const [search, setSearch] = useState('')
  const [days, setDays] = useState<number | null>(12)
  const [date, setDate] = useState('2019-06-25')
  const [outcome, setOutcome] = useState<string | null>('group')
  const [theme, setTheme] = useState<string | null>(null)
  const [themes, setThemes] = useState<string[]>(['a'])
  const [chosen, setChosen] = useState<string[]>(['a', 'b'])
  const [centre, setCentre] = useState<string | null>(null)
  const [isOn, setOn] = useState(true)
  const form = useForm({
    defaultValues: { name: '', text: '', consent: false },
    resolver: valibotResolver(
      v.object({
        name: v.pipe(v.string(), v.minLength(10, t('nameError'))),
        text: v.string(),
        consent: v.boolean(),
      }),
    ),
  })
  const themeOptions = [
    { id: 'a', label: t('themeA') },
    { id: 'b', label: t('themeB') },
    { id: 'c', label: t('themeC') },
  ]
  return (
    <Section title={t('forms')} lead={t('formsLead')}>
      <div className={styles.grid}>
        <Form form={form} onSubmit={async () => []}>
          <FormTextField form={form} name="name" label={t('name')} help={t('nameHelp')} isRequired />
          <FormTextArea form={form} name="text" label={t('describe')} maxLength={240} />
          <FormCheckbox form={form} name="consent">
            {t('consent')}
          </FormCheckbox>
          <FormActions>
            <SubmitButton>{t('send')}</SubmitButton>
          </FormActions>
        </Form>
        <RadioGroup
          label={t('outcome')}
          value={outcome}
          onChange={setOutcome}
          options={[
            { id: 'exchange', label: t('exchange'), note: t('exchangeNote') },
            { id: 'group', label: t('aGroup'), note: t('aGroupNote') },
            { id: 'project', label: t('aProject') },
          ]}
        />
        <CheckboxGroup label={t('theme')} value={chosen} onChange={setChosen} options={themeOptions} />
        <TextField label={t('name')} value={text} onChange={setText} error={t('nameError')} />
        <TextField label={t('name')} value={t('cardTitle')} onChange={setText} isDisabled />
        <SearchField label={t('search')} value={search} onChange={setSearch} hideLabel={false} />
        <NumberField label={t('days')} value={days} onChange={setDays} unit={t('dayUnit')} allowDecimal />
        <DateField label={t('date')} value={date} onChange={setDate} />
        <Select label={t('theme')} value={theme} onChange={setTheme} options={themeOptions} />
        <MultiSelect label={t('theme')} value={themes} onChange={setThemes} options={themeOptions} />
        <ComboBox
          label={t('centre')}
          value={centre}
          onChange={setCentre}
          options={centreNames.map((label) => ({ id: label, label }))}
        />
        <Switch isSelected={isOn} onChange={setOn}>
          {t('notify')}
        </Switch>
      </div>
    </Section>
  )
}
