import { use, useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Navigate, useCurrentPath } from '@/ui/currentPath'
import { closingNow } from '../closing'
import { closingWords } from '../closingMessages'
import { useNow } from '../useNow'
import styles from './SessionPrompt.module.css'

const closingQuery = graphql(`
  query ClosingTopics {
    viewer {
      id
      closingTopics {
        id
        title
        occurrence {
          id
          slot {
            id
            endsAt
          }
        }
      }
    }
  }
`)

const again = 120_000
const key = 'maillage.prompted'

function saidSoFar(): Set<string> {
  try {
    return new Set(JSON.parse(sessionStorage.getItem(key) ?? '[]') as string[])
  } catch {
    return new Set()
  }
}

/**
 * Eight minutes before a session ends, whoever answers for its harvest is told so on whatever page they are, once: a session
 * cannot vanish. On its own page the countdown says the same.
 */
export function SessionPrompt() {
  const t = useWords(closingWords)
  const path = useCurrentPath()
  const go = use(Navigate)
  const now = useNow()
  const [said, setSaid] = useState(saidSoFar)
  const [{ data }, ask] = useQuery({ query: closingQuery })
  useEffect(() => {
    const tick = setInterval(() => {
      if (document.visibilityState === 'visible') ask({ requestPolicy: 'network-only' })
    }, again)
    return () => clearInterval(tick)
  }, [ask])

  const closing = closingNow(data?.viewer?.closingTopics ?? [], now, said)
  const isShown = closing !== undefined && path !== addresses.topic(closing.topic.id)
  const forget = (id: string) => {
    const next = new Set([...said, id])
    sessionStorage.setItem(key, JSON.stringify([...next]))
    setSaid(next)
  }
  return (
    <div role="status" className={styles.prompt}>
      {isShown ? (
        <Banner
          tone="signal"
          title={t('promptTitle', { count: closing.minutes, title: closing.topic.title })}
          actions={
            <span className={styles.acts}>
              <Button
                size="s"
                variant="signal"
                onPress={() => {
                  forget(closing.topic.id)
                  go?.(`${addresses.topic(closing.topic.id)}#recolte`)
                }}
              >
                {t('promptGo')}
              </Button>
              <Button size="s" variant="quiet" onPress={() => forget(closing.topic.id)}>
                {t('promptLater')}
              </Button>
            </span>
          }
        >
          {t('promptText')}
        </Banner>
      ) : null}
    </div>
  )
}
