import { isInside, isNear } from './message-origins.ts'

// What a link to a deck may set: how it is shown, nothing of what it holds.
const ALLOWED: Readonly<Record<string, RegExp>> = {
  transition: /^(none|fade|slide|convex|concave|zoom)$/,
  controls: /^(true|false)$/,
  progress: /^(true|false)$/,
  slideNumber: /^(true|false|c|h)$/,
  autoSlide: /^\d{1,6}$/,
  // Windows of the development server that stay in step.
  follow: /^$/,
}

/** Takes every parameter off the address that is not on the list: reveal.js would make any of them an option. */
export function filterQuery(): void {
  const address = new URL(location.href)
  const kept = [...address.searchParams].filter(([name, value]) => Object.hasOwn(ALLOWED, name) && ALLOWED[name]?.test(value))
  address.search = kept.map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&')
  if (address.search !== location.search) history.replaceState(null, '', address)
}

/** Messages of other origins reach nobody. */
export function guardMessages(): void {
  addEventListener(
    'message',
    (event) => {
      if (event.origin !== location.origin && !isFromDisk(event)) event.stopImmediatePropagation()
    },
    { capture: true },
  )
}

// There every page has an origin of its own: it counts which window a message is from.
function isFromDisk({ origin, source }: MessageEvent): boolean {
  return location.protocol === 'file:' && origin === 'null' && (source === parent || isNear(source) || isInside(source))
}
