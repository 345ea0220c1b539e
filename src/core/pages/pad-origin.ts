import { escapeHtml } from '../escape-html.ts'
import { longDate } from '../i18n/formats.ts'
import { fill, wordsIn } from '../i18n/words-in.ts'

/** Where a deck came from, as its pages say it. */
export interface PadOrigin {
  /** The address of the pad. */
  readonly address: string
  /** ISO date of the revision that the deck was pulled at, if the server says it. */
  readonly date?: string | undefined
}

/** The pad of a deck from the lock file, if its address can be a link. */
export function padOrigin(pad: string | undefined, revision: string | undefined): PadOrigin | undefined {
  if (pad === undefined || !URL.canParse(pad) || !/^https?:$/.test(new URL(pad).protocol)) return undefined
  return { address: new URL(pad).href, date: revision?.slice(0, 10) }
}

/** Says on the reading view from which pad a deck came, with a link to it. */
export function padLine({ address, date }: PadOrigin, lang: string): string {
  const link = `<a href="${escapeHtml(address)}" target="_blank" rel="noopener noreferrer">${escapeHtml(new URL(address).host)}</a>`
  const time = date === undefined ? '' : `<time datetime="${date}">${longDate(date, lang)}</time>`
  return fillPad({ host: link, date: time }, lang)
}

/** The link in the head of a deck's page, for its toolbar. */
export function padLink({ address, date }: PadOrigin, lang: string): string {
  const { lang: spoken } = wordsIn([lang])
  const day = date === undefined ? '' : ` data-date="${escapeHtml(date)}"`
  return `<link rel="via" href="${escapeHtml(address)}" lang="${spoken}" title="${escapeHtml(padLabel({ address, date }, spoken))}"${day}>\n`
}

/** The text of that link, in a language with words for the interface. */
export function padLabel({ address, date }: PadOrigin, spoken: string): string {
  return fillPad({ host: new URL(address).host, date: date === undefined ? '' : longDate(date, spoken) }, spoken)
}

function fillPad({ host, date }: { readonly host: string; readonly date: string }, lang: string): string {
  const { words } = wordsIn([lang])
  return date === '' ? fill(words.reading.pad, host) : fill(words.reading.padAsOf, host, date)
}
