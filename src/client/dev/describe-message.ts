import { sendCommand } from './server-api.ts'
import type { Message } from './server-api.ts'

/** A message with its code frame and suggested fix, and a button that applies the fix if the server can. */
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
  if (isMendable && line !== undefined) element.append(...mending({ code, line }))
  return element
}

function mending(message: { readonly code: string; readonly line: number }): HTMLElement[] {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'mend'
  button.textContent = 'Mend it in the file'
  const answer = document.createElement('p')
  answer.setAttribute('role', 'status')
  // The fix reaches the page like any other change, so only an error is shown here.
  button.addEventListener('click', () => {
    void sendCommand('mend', message).then((text) => {
      answer.textContent = text
    })
  })
  return [button, answer]
}
