import { Check, Copy } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useWords } from '@/i18n/useWords'
import { Button } from './Button'
import styles from './Secret.module.css'
import { secretWords } from './secretMessages'
import { notify } from './Toast'

export interface SecretProps {
  /** What it is, for those who do not see it. */
  label: string
  value: string
  /** What else can be done with it, beside its copy. */
  children?: ReactNode
}

/** A secret, or an address that holds one: shown once and kept nowhere, so that it is made to be copied. */
export function Secret({ label, value, children }: SecretProps) {
  const t = useWords(secretWords)
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
    } catch {
      notify({ tone: 'danger', text: t('copyFailed') })
    }
  }
  return (
    <div className={styles.secret}>
      <code className={styles.code} aria-label={label}>
        {value}
      </code>
      <Button
        variant="primary"
        size="s"
        icon={isCopied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        onPress={() => void copy()}
      >
        {t(isCopied ? 'copied' : 'copy')}
      </Button>
      {children}
      <span role="status" className="visually-hidden">
        {isCopied ? t('copied') : ''}
      </span>
    </div>
  )
}
