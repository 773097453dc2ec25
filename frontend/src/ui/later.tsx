import {
  lazy,
  useEffect,
  useEffectEvent,
  useState,
  type ComponentType,
  type LazyExoticComponent,
} from 'react'
import { useWords } from '@/i18n/useWords'
import { uiWords } from './messages'
import { notify } from './Toast'

type Load<Props> = () => Promise<ComponentType<Props>>

/** What a part opens with: it is closed by its opener. */
interface Opens {
  isOpen: boolean
  onClose: () => void
}

const parts = new Set<() => Promise<unknown>>()

/** Every part declared so far that is fetched after its page: whoever has time may fetch it before it is needed. */
export function partsToCome(): readonly (() => Promise<unknown>)[] {
  return [...parts]
}

/** A part of a page that is not in sight at once, as a lazy component: it needs a Suspense above it. */
export function later<Props>(load: Load<Props>): LazyExoticComponent<ComponentType<Props>> {
  parts.add(load)
  return lazy(async () => ({ default: await load() }))
}

/**
 * What opens over a page when one asks for it: fetched when it first opens, or before, when the page rests. Once shown it stays
 * mounted, so that it can leave as it came. What cannot be fetched is told, and can be asked for again.
 */
export function onDemand<Props extends Opens>(load: Load<Props>): ComponentType<Props> {
  let known: ComponentType<Props> | undefined
  const fetched = async () => (known ??= await load())
  parts.add(fetched)
  return function OnDemand(props: Props) {
    const t = useWords(uiWords)
    const [Part, setPart] = useState<ComponentType<Props> | undefined>(() =>
      props.isOpen ? known : undefined,
    )
    const isAwaited = props.isOpen && Part === undefined
    const giveUp = useEffectEvent(() => {
      notify({ tone: 'danger', text: t('errorNetwork') })
      props.onClose()
    })
    useEffect(() => {
      if (!isAwaited) return
      let isGone = false
      fetched().then(
        (part) => {
          if (!isGone) setPart(() => part)
        },
        () => {
          if (!isGone) giveUp()
        },
      )
      return () => {
        isGone = true
      }
    }, [isAwaited])
    return Part === undefined ? null : <Part {...props} />
  }
}
