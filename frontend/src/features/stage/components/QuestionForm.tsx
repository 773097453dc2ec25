import { useWords } from '@/i18n/useWords'
import { notify } from '@/ui/Toast'
import type { Question } from '../question'
import { questionWords } from '../questionMessages'
import { AnswerForm } from './AnswerForm'
import { EditForm } from './EditForm'
import { MergeForm } from './MergeForm'
import { PromiseForm } from './PromiseForm'
import type { Asking } from './QuestionDialog'
import { RejectForm } from './RejectForm'

export interface QuestionFormProps {
  question: Question
  onDone: () => void
}

const forms = {
  edit: EditForm,
  reject: RejectForm,
  merge: MergeForm,
  promise: PromiseForm,
  answer: AnswerForm,
}

/** What an act asks before it is done; what was done is said. */
export function QuestionForm({ asking, question, onDone }: QuestionFormProps & { asking: Asking }) {
  const t = useWords(questionWords)
  const Asked = forms[asking]
  return (
    <>
      <p>
        <strong>{question.text}</strong>
      </p>
      <Asked
        question={question}
        onDone={() => {
          onDone()
          notify({ tone: 'good', text: t(`said.${asking}`) })
        }}
      />
    </>
  )
}
