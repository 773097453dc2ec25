import type { FieldValues } from 'react-hook-form'
import { useQuery } from 'urql'
import { graphql } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { FormCheckboxGroup } from '@/ui/FormCheckboxGroup'
import type { FormFieldProps } from '@/ui/useFormField'
import { preparationWords } from '../preparationMessages'

const hostsQuery = graphql(`
  query HostOptions {
    centres(first: 100) {
      nodes {
        id
        shortName
      }
    }
  }
`)

/** The centres that invite. */
export function HostField<Values extends FieldValues, Sent extends FieldValues>(
  props: FormFieldProps<Values, Sent>,
) {
  const t = useWords(preparationWords)
  const [{ data }] = useQuery({ query: hostsQuery, requestPolicy: 'cache-first' })
  const options = (data?.centres.nodes ?? []).map(({ id, shortName }) => ({ id, label: shortName }))
  return <FormCheckboxGroup {...props} label={t('hosts')} options={options} isRow isRequired />
}
