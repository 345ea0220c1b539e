/** The cookies of one run, each for the origin that has set it. */
export interface CookieJar {
  /** The `Cookie` header for requests to an origin. */
  readonly headerFor: (origin: string) => string | undefined
  /** Keeps what an answer of an origin sets; its `Domain` is ignored, so that no other origin gets it. */
  readonly keep: (origin: string, setCookies: readonly string[] | undefined, now: number) => void
}

const PAIR = /^\s*([\w!#$%&'*+.^`|~-]{1,256})=([\x21-\x3a\x3c-\x7e]{0,4096})\s*$/
const MOST_COOKIES = 20

/** Opens a jar that contains the sessions that the user gave, by origin. */
export function openCookieJar(given: ReadonlyMap<string, string>): CookieJar {
  const jar = new Map<string, Map<string, string>>()
  const cookiesOf = (origin: string) => {
    const cookies = jar.get(origin) ?? new Map<string, string>()
    jar.set(origin, cookies)
    return cookies
  }
  for (const [origin, header] of given) {
    for (const pair of header.split(';')) setPair(cookiesOf(origin), pair)
  }
  return {
    headerFor(origin) {
      const pairs = [...(jar.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`)
      return pairs.length === 0 ? undefined : pairs.join('; ')
    },
    keep(origin, setCookies = [], now) {
      for (const line of setCookies) {
        const [pair = '', ...attributes] = line.split(';')
        const cookies = cookiesOf(origin)
        if (isExpired(attributes, now)) cookies.delete(PAIR.exec(pair)?.[1] ?? '')
        else setPair(cookies, pair)
      }
    },
  }
}

function setPair(cookies: Map<string, string>, pair: string): void {
  const [, name, value = ''] = PAIR.exec(pair) ?? []
  if (name !== undefined && (cookies.has(name) || cookies.size < MOST_COOKIES)) cookies.set(name, value)
}

function isExpired(attributes: readonly string[], now: number): boolean {
  const of = (name: string) => attributes.findLast((one) => one.trim().toLowerCase().startsWith(`${name}=`))?.replace(/^[^=]*=/, '')
  const age = of('max-age')
  if (age !== undefined && /^\s*-?\d+\s*$/.test(age)) return Number(age) <= 0
  return Date.parse(of('expires') ?? '') <= now
}
