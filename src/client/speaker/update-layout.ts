import type { StageWords } from '../../core/i18n/stage-words.ts'
import { fill } from '../../core/i18n/words-in.ts'
import { makeElement } from '../make-element.ts'
import type { StageLanguage } from '../ui-language.ts'
import type { FramePage, ListedSlide, Tool } from '../stage/messages.ts'
import type { LeadState } from './lead-audience.ts'
import { paceOf, writeTime } from './plan-times.ts'
import type { SpeakerLayout } from './speaker-layout.ts'
import type { Stopwatch } from './stopwatch.ts'

// As many titles as fit beside the next slide.
const FOLLOWING = 3

/** Shows the notes and the title of the speaker's slide, and the progress of the talk. */
export function updatePage(layout: SpeakerLayout, page: FramePage, slides: readonly ListedSlide[], { words, stage }: StageLanguage): void {
  const { position, place, nextNumber, following, progress, notes, notesBox } = layout
  const where = fill(words.slideOf, page.index + 1, slides.length)
  const title = slides[page.index]?.title ?? ''
  const step = page.steps > 0 ? ` ${fill(stage.step, page.step, page.steps)}` : ''
  const text = `${title === '' ? where : fill(words.named, where, title)}.${step}`
  // A live region: only a change is announced.
  if (position.textContent !== text) position.textContent = text
  place.textContent = [fill(stage.place, page.index + 1, slides.length), ...(step === '' ? [] : [step.trim()])].join(' · ')
  // A step that is still to come is on the same slide.
  const after = page.step < page.steps ? page.index : page.index + 1
  nextNumber.textContent = slides[after]?.number ?? ''
  const titles = slides.slice(after + 1, after + 1 + FOLLOWING)
  following.replaceChildren(...titles.map(({ number, title: text }) => makeElement('li', {}, makeElement('b', {}, number), ` ${text}`)))
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

interface ViewState extends LeadState {
  /** The tool in use on the current slide. */
  readonly tool: Tool | null
  readonly keepsInk: boolean
}

/** Shows what the audience sees, and which buttons are on. */
export function updateState({ status, reopen, tools, now }: SpeakerLayout, state: ViewState, stage: StageWords): void {
  const { audience, isFrozen, screen, tool } = state
  const text = audience === 'here' ? seen(state, stage) : stage[audience]
  if (status.textContent !== text) status.textContent = text
  status.dataset['state'] = audience === 'here' && (isFrozen || screen !== 'slide') ? 'apart' : audience
  reopen.hidden = audience !== 'closed'
  now.dataset['apart'] = String(isFrozen || screen !== 'slide')
  const on = { freeze: isFrozen, black: screen === 'black', white: screen === 'white', keep: state.keepsInk }
  const used = { pointer: tool === 'pointer', pen: tool === 'pen', zoom: tool === 'zoom' }
  for (const [name, isOn] of Object.entries({ ...on, ...used })) {
    tools.get(name as keyof typeof on | keyof typeof used)?.setAttribute('aria-pressed', String(isOn))
  }
}

function seen({ isFrozen, screen }: LeadState, stage: StageWords): string {
  if (screen !== 'slide') return stage[screen]
  return isFrozen ? stage.frozen : stage.connected
}

interface Progress {
  /** Seconds for each slide, if there is a plan. */
  readonly plan: readonly number[] | undefined
  /** Index of the current slide. */
  readonly index: number
}

/** Shows the clock, the elapsed time, and how it compares with the plan. */
export function updateTimes(layout: SpeakerLayout, watch: Stopwatch, { plan, index }: Progress, stage: StageWords): void {
  const elapsed = watch.elapsed()
  write(layout.clock, new Date().toLocaleTimeString(navigator.language, { hour: '2-digit', minute: '2-digit' }))
  write(layout.elapsed, writeTime(elapsed))
  const { planned, pace, paceLabel, tools } = layout
  const clock = tools.get('clock')
  if (clock?.lastElementChild) write(clock.lastElementChild, watch.isRunning() ? stage.pause : stage.start)
  clock?.classList.toggle('runs', watch.isRunning())
  const isPlanned = plan !== undefined
  pace.parentElement?.toggleAttribute('hidden', !isPlanned)
  if (!isPlanned) return
  const { lead, planned: soFar } = paceOf(plan, index, elapsed)
  const all = plan.reduce((total, time) => total + time, 0)
  write(planned, fill(stage.ofPlan, writeTime(all)))
  const apart = writeTime(Math.ceil(Math.abs(lead)))
  const name = lead > 0 ? 'early' : 'on-time'
  pace.dataset['pace'] = lead < 0 ? 'late' : name
  write(pace, lead === 0 ? stage.onTime : `${lead > 0 ? '−' : '+'}${apart}`)
  write(paceLabel, lead === 0 ? '' : lead > 0 ? stage.ahead : stage.behind)
  if (pace.parentElement) pace.parentElement.title = fill(stage.planned, writeTime(soFar), writeTime(all))
}

function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}
