// What a link to a deck may set: how the deck is shown, never its content.
const ALLOWED: Readonly<Record<string, RegExp>> = {
  transition: /^(none|fade|slide|convex|concave|zoom)$/,
  controls: /^(true|false)$/,
  progress: /^(true|false)$/,
  slideNumber: /^(true|false|c|h)$/,
  autoSlide: /^\d{1,6}$/,
  // The text of a single file.
  read: /^$/,
  // Keeps windows of the development server in sync.
  follow: /^$/,
}

/** Removes every parameter that is not on the list from the address: reveal.js would make an option of it. */
export function filterQuery(): void {
  const address = new URL(location.href)
  const kept = [...address.searchParams].filter(([name, value]) => Object.hasOwn(ALLOWED, name) && ALLOWED[name]?.test(value))
  address.search = kept.map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&')
  if (address.search !== location.search) history.replaceState(null, '', address)
}
