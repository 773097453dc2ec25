import { useEffect, useState } from 'react'
import * as v from 'valibot'

const demoAccounts = v.array(
  v.object({
    name: v.string(),
    email: v.string(),
    /** The code of their job family. */
    job: v.string(),
    centre: v.nullish(v.string(), ''),
    /** What they can do that others cannot, by language. */
    does: v.nullish(v.object({ fr: v.string(), en: v.string() })),
    password: v.string(),
  }),
)

export type DemoAccount = v.InferOutput<typeof demoAccounts>[number]

/** The personas of a demonstration; none on a real instance, which does not know this address. */
export function useDemoAccounts(language: string): DemoAccount[] {
  const [accounts, setAccounts] = useState<DemoAccount[]>([])
  useEffect(() => {
    const leaving = new AbortController()
    void (async () => {
      try {
        const answer = await fetch('/auth/demo-accounts', {
          signal: leaving.signal,
          headers: { Accept: 'application/json', 'Accept-Language': language },
        })
        if (!answer.ok || !(answer.headers.get('Content-Type') ?? '').startsWith('application/json')) return
        const read = v.safeParse(demoAccounts, await answer.json())
        if (read.success) setAccounts(read.output)
      } catch {
        // Without an answer the page is what it is everywhere else: a form.
      }
    })()
    return () => leaving.abort()
  }, [language])
  return accounts
}
