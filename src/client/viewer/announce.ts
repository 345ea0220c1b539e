/** Shows a text for a moment, for those who see; it is gone when it has faded. */
export function flash(text: string): void {
  const note = document.createElement('p')
  note.className = 'flash'
  note.setAttribute('aria-hidden', 'true')
  note.textContent = text
  note.addEventListener('animationend', () => note.remove())
  document.body.append(note)
}
