/** One thing to choose. `id` is what is sent, `label` what is read. */
export interface Option<Id extends string = string> {
  id: Id
  label: string
  note?: string
}
