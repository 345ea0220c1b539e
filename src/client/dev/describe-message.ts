import type { Message } from './ask-server.ts'

/** A message with its code frame and the way out, all as text. */
export function describeMessage({ file, line, severity, code, message, help, frame }: Message): HTMLElement {
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
  return element
}
