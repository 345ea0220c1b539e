import type { StageWords, Words } from '../../core/i18n/words.ts'
import { fill } from '../../core/i18n/words-in.ts'
import type { FramePage } from '../stage/frame-messages.ts'
import type { ListedSlide } from '../stage/slide-list.ts'
import type { SpeakerLayout } from './speaker-layout.ts'

interface Voices {
  readonly words: Words['viewer']
  readonly stage: StageWords
}

/** Shows the notes and the title of the speaker's slide, and the progress of the talk. */
export function showPage(layout: SpeakerLayout, page: FramePage, slides: readonly ListedSlide[], { words, stage }: Voices): void {
  const { position, progress, notes, notesBox } = layout
  const place = fill(words.slideOf, page.index + 1, slides.length)
  const title = slides[page.index]?.title ?? ''
  const step = page.steps > 0 ? ` ${fill(stage.step, page.step, page.steps)}` : ''
  const text = `${place}${title === '' ? '' : `: ${title}`}.${step}`
  // A live region: only a change is announced.
  if (position.textContent !== text) position.textContent = text
  progress.max = Math.max(1, slides.length)
  progress.value = page.index + 1
  // A step does not change the notes, so they stay scrolled.
  if (notesBox.dataset['html'] === page.notes && notes.element.hasChildNodes()) return
  notesBox.dataset['html'] = page.notes
  // Sanitised by the build; parsed in a document that runs and loads nothing.
  const parsed = new DOMParser().parseFromString(page.notes, 'text/html')
  notes.fill(parsed.body.childNodes, stage.noNotes)
  notesBox.scrollTop = 0
}
