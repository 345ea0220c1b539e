import { tell } from './ask-server.ts'
import type { Message } from './ask-server.ts'

/** A message with its code frame and the way out, all as text, and a button that takes it where the server can. */
export function describeMessage({ file, line, severity, code, message, help, frame, isMendable }: Message): HTMLElement {
  const element = document.createElement('article')
  element.className = severity
  const head = document.createElement('p')
  const kind = document.createElement('strong')
  kind.textContent = severity
  head.append(kind, ` ${message} `)
  const place = document.createElement('code')
  place.textContent = `${file}${line === undefined ? '' : `:${line}`} [${code}]`
  head.append(place)
  const way = document.createElement('p')
  way.className = 'help'
  way.textContent = help
  const source = document.createElement('pre')
  source.textContent = frame
  source.tabIndex = 0
  element.append(head, ...(frame === '' ? [] : [source]), way)
  if (isMendable && line !== undefined) element.append(mendButton({ code, line }))
  return element
}

function mendButton(message: { readonly code: string; readonly line: number }): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'mend'
  button.textContent = 'Mend it in the file'
  // The page hears of the change as of any other.
  button.addEventListener('click', () => tell('mend', message))
  return button
}
