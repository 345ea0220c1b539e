/** The start of a day, an ISO date, as RFC 3339 writes it. */
export function instantOf(date: string): string {
  return `${date}T00:00:00Z`
}
