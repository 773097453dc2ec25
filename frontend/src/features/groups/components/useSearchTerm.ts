import { useEffect, useState } from 'react'

/** What is typed, once one stops typing: a search asks for words, not for letters. */
export function useSearchTerm(pause = 200): [term: string, type: (text: string) => void] {
  const [text, setText] = useState('')
  const [term, setTerm] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setTerm(text.trim()), pause)
    return () => clearTimeout(timer)
  }, [text, pause])
  return [term, setText]
}
