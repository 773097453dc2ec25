import type { CombinedError } from '@urql/core'

export const failureCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID',
  'CONFLICT',
  'INVALID_TRANSITION',
  'LIMITED',
  'INTERNAL',
  'IDEMPOTENCY_MISMATCH',
  'NETWORK',
] as const
export type FailureCode = (typeof failureCodes)[number]

/** What went wrong, as the server says it: a stable code, the field at fault if one is, a sentence for the reader. */
export interface Failure {
  code: FailureCode
  field?: string
  message: string
}

function codeOf(value: unknown): FailureCode {
  return failureCodes.find((code) => code === value) ?? 'INTERNAL'
}

/** Every failure of an answer, in order. A network failure has no sentence of its own: the caller words it. */
export function failuresOf(error: CombinedError | undefined): Failure[] {
  if (error === undefined) return []
  if (error.graphQLErrors.length === 0) return [{ code: 'NETWORK', message: '' }]
  return error.graphQLErrors.map(({ message, extensions }) => {
    const field =
      typeof extensions.field === 'string' && extensions.field !== '' ? extensions.field : undefined
    return { code: codeOf(extensions.code), field, message }
  })
}

export function hasCode(error: CombinedError | undefined, code: FailureCode): boolean {
  return failuresOf(error).some((failure) => failure.code === code)
}
