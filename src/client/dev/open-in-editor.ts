import { sendCommand } from './server-api.ts'

/** Opens the line of a slide in the editor when the slide is clicked with Alt held down. `lineOf` says which it is, 1-based. */
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
