import type { StageWords } from '../../core/i18n/words.ts'
import { fill } from '../../core/i18n/words-in.ts'
import type { SpeakerLayout } from './speaker-layout.ts'
import { paceOf, writeTime } from './plan-times.ts'
import type { Stopwatch } from './stopwatch.ts'

interface Progress {
  /** Seconds for each slide, if there is a plan. */
  readonly plan: readonly number[] | undefined
  /** Index of the current slide. */
  readonly index: number
}

/** Shows the clock, the elapsed time, and how it compares with the plan. */
export function showTimes(layout: SpeakerLayout, watch: Stopwatch, { plan, index }: Progress, stage: StageWords): void {
  const elapsed = watch.elapsed()
  write(layout.clock, new Date().toLocaleTimeString(navigator.language, { hour: '2-digit', minute: '2-digit' }))
  write(layout.elapsed, writeTime(elapsed))
  write(layout.toggle, watch.isRunning() ? stage.pause : stage.start)
  const isPlanned = plan !== undefined
  layout.plan.parentElement?.toggleAttribute('hidden', !isPlanned)
  if (!isPlanned) return
  const { lead, planned } = paceOf(plan, index, elapsed)
  const { plan: pace } = layout
  const name = lead > 0 ? 'early' : 'on-time'
  pace.dataset['pace'] = lead < 0 ? 'late' : name
  write(pace, lead === 0 ? stage.onTime : fill(lead > 0 ? stage.ahead : stage.behind, writeTime(Math.ceil(Math.abs(lead)))))
  const all = plan.reduce((total, time) => total + time, 0)
  write(layout.planned, fill(stage.planned, writeTime(planned), writeTime(all)))
}

function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}
