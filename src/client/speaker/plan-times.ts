import type { Timing } from '../stage/messages.ts'

export interface Pace {
  /** Seconds by which the talk is early (positive) or late (negative); 0 within the time of the slide. */
  readonly lead: number
  /** Seconds planned up to the end of the slide. */
  readonly planned: number
}

/** The seconds planned for each slide; `undefined` without a plan. */
export function planTimes(timings: readonly (number | undefined)[], { each, all, least = 0 }: Timing): readonly number[] | undefined {
  const own = timings.filter((timing) => timing !== undefined)
  if (each === undefined && all === undefined) return undefined
  const sum = own.reduce((total, timing) => total + timing, 0)
  const others = timings.length - own.length
  // The slides without their own time share what the others leave.
  const share = all === undefined || others === 0 ? (each ?? 0) : Math.max(0, all - sum) / others
  return timings.map((timing) => timing ?? Math.max(least, share))
}

/** How a talk compares with its plan, on the slide with this index after this many seconds. */
export function paceOf(plan: readonly number[], index: number, elapsed: number): Pace {
  const before = plan.slice(0, index).reduce((total, time) => total + time, 0)
  const planned = before + (plan[index] ?? 0)
  if (elapsed > planned) return { lead: planned - elapsed, planned }
  return { lead: elapsed < before ? before - elapsed : 0, planned }
}

/** Seconds as in `1:05` or `1:02:05`. */
export function writeTime(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}
