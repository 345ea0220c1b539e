/** Where a window is that others stay in step with. */
export interface Position {
  readonly page: string
  readonly h: number
  readonly v: number
  /** -1 before the first fragment. */
  readonly f: number
  readonly by: string
}

/** A position as a page tells it, or nothing where it is none. */
export function readPosition(query: URLSearchParams): Position | undefined {
  const page = query.get('page') ?? ''
  const by = query.get('by') ?? ''
  const [h, v, f] = ['h', 'v', 'f'].map((name) => (/^(-1|\d{1,4})$/.test(query.get(name) ?? '') ? Number(query.get(name)) : undefined))
  if (h === undefined || v === undefined || f === undefined || h < 0 || v < 0) return undefined
  return /^\/(?!\/)[^\\]{0,500}$/.test(page) && /^[\w-]{1,40}$/.test(by) ? { page, h, v, f, by } : undefined
}
