/** Asks once for each subject, and keeps the answers. */
export function once<T>(ask: (subject: string) => T): (subject: string) => T {
  const known = new Map<string, T>()
  return (subject) => {
    if (!known.has(subject)) known.set(subject, ask(subject))
    return known.get(subject) as T // the line above has set it
  }
}
