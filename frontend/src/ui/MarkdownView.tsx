import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import { Fragment, useMemo, type ReactNode } from 'react'
import styles from './Markdown.module.css'

/**
 * Markdown as elements of ours: nothing that was written ever becomes HTML by itself. Tags are shown as they were typed, a link
 * leads to the web or to a mailbox only, and a picture is a link: the page asks no other house for anything.
 */
export function MarkdownView({ text }: { text: string }) {
  const tokens = useMemo(() => new Lexer({ gfm: true, breaks: true }).lex(text), [text])
  return <div className={styles.markdown}>{each(tokens)}</div>
}

function each(tokens: readonly Token[] = []): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{one(token)}</Fragment>)
}

/** Its inside, or its text where it has none. */
function inside(token: { tokens?: Token[]; text?: string }): ReactNode {
  return token.tokens === undefined ? token.text : each(token.tokens)
}

function one(token: Token): ReactNode {
  const known = token as MarkedToken
  switch (known.type) {
    case 'space':
    case 'def':
      return null
    case 'br':
      return <br />
    case 'hr':
      return <hr />
    case 'paragraph':
      return <p>{inside(known)}</p>
    // A title in a text is none of the page's: it would break its outline.
    case 'heading':
      return <p className={styles.heading}>{inside(known)}</p>
    case 'blockquote':
      return <blockquote>{inside(known)}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{known.text}</code>
        </pre>
      )
    case 'codespan':
      return <code>{known.text}</code>
    case 'strong':
      return <strong>{inside(known)}</strong>
    case 'em':
      return <em>{inside(known)}</em>
    case 'del':
      return <del>{inside(known)}</del>
    case 'link':
      return <Out href={known.href}>{inside(known)}</Out>
    case 'image':
      return <Out href={known.href}>{known.text === '' ? known.href : known.text}</Out>
    case 'list':
      return <List list={known} />
    case 'checkbox':
      return <span aria-hidden="true">{known.checked === true ? '☑ ' : '☐ '}</span>
    case 'table':
      return <Table table={known} />
    case 'text':
      return inside(known)
    case 'escape':
      return known.text
    // Tags, and whatever a later version may know, are shown as they were typed.
    default:
      return token.raw
  }
}

const leadsOut = /^(https?:|mailto:)/i

function Out({ href, children }: { href: string; children: ReactNode }) {
  return leadsOut.test(href) ? (
    <a href={href} rel="noreferrer nofollow">
      {children}
    </a>
  ) : (
    children
  )
}

function List({ list }: { list: Tokens.List }) {
  const items = list.items.map((item, index) => <li key={index}>{each(item.tokens)}</li>)
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>
}

function Table({ table }: { table: Tokens.Table }) {
  return (
    <div className={styles.table}>
      <table>
        <thead>
          <tr>
            {table.header.map((cell, index) => (
              <th key={index} scope="col">
                {each(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => (
                <td key={index}>{each(cell.tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
