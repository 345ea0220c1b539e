import { sendCommand } from './server-api.ts'

/** Opens a slide in the editor when it is clicked with Alt held down. `lineOf` returns its 1-based line. */
export function openInEditorOnClick(root: HTMLElement, lineOf: (target: Node) => number | undefined): void {
  root.addEventListener(
    'click',
    (event) => {
      if (!event.altKey || !(event.target instanceof Node)) return
      const line = lineOf(event.target)
      if (line === undefined) return
      event.preventDefault()
      event.stopPropagation()
      void sendCommand('open', { line })
    },
    { capture: true },
  )
}
