/** Shows a text for a moment; screen readers get it from the announcer. */
export function flash(text: string): void {
  const note = document.createElement('p')
  note.className = 'flash'
  note.setAttribute('aria-hidden', 'true')
  note.textContent = text
  note.addEventListener('animationend', () => note.remove())
  document.body.append(note)
}
