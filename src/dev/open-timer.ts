export interface Timer {
  /** Goes off after this time, or before where that has been asked for already. */
  readonly within: (milliseconds: number) => void
  readonly stop: () => void
}

/** A timer that goes off at the earliest of the times that it was set to. */
export function openTimer(onTime: () => void): Timer {
  let due = Infinity
  let timer: NodeJS.Timeout | undefined
  return {
    within(milliseconds) {
      if (Date.now() + milliseconds >= due) return
      clearTimeout(timer)
      due = Date.now() + milliseconds
      timer = setTimeout(() => {
        due = Infinity
        onTime()
      }, milliseconds).unref()
    },
    stop() {
      clearTimeout(timer)
    },
  }
}
