import { CheckboxGroup, type CheckboxGroupProps } from './Checkbox'

/** What opens under a MultiSelect: fetched when one first opens. */
export function Choices(props: CheckboxGroupProps<string>) {
  return <CheckboxGroup {...props} />
}
