/** A copy of the notes of a slide, without those of steps other than the current one; nodes of the page, sanitised by the build. */
export function notesOfSlide(slide: Element | null | undefined): HTMLElement | undefined {
  const notes = slide?.querySelector(':scope > aside.notes')?.cloneNode(true)
  if (!slide || !(notes instanceof HTMLElement)) return undefined
  const current = [...slide.querySelectorAll<HTMLElement>('.current-fragment[data-step-notes]')].map(({ dataset }) => dataset['stepNotes'])
  for (const part of notes.querySelectorAll<HTMLElement>('[data-step-notes]')) {
    if (current.includes(part.dataset['stepNotes'])) notes.prepend(part)
    else part.remove()
  }
  return notes
}
