import { SITE_FILE } from '../core/config/site-file.ts'
import { safeText } from '../core/diagnostics/safe-text.ts'
import { PADS_LOCK } from '../core/pads/pads-lock.ts'
import type { Question } from '../node/compose/deck-questions.ts'

// What has changed, by the kind of the question to which the answer is another one.
const CHANGES: Readonly<Record<Question['kind'], (subject: string) => string>> = {
  option: (name) => `the option ${name} of ${SITE_FILE}`,
  id: () => 'its address',
  file: (file) => `whether there is ${file}`,
  files: () => 'the names of files',
  documents: () => 'the names of Markdown files',
  deck: (file) => `the deck ${file}, or whether it is one`,
  origin: () => `its pad in ${PADS_LOCK}`,
  deckOfPad: (address) => `the deck of the pad ${address}`,
  isTrusted: (file) => `whether ${file} is trusted`,
  isInFeeds: () => 'whether feeds contain it',
  picture: (file) => file,
  bytes: (file) => `the size of ${file}`,
  included: (file) => file,
  asset: (file) => file,
  copies: (file) => `the copies of ${file}`,
  diagram: (tool) => `what ${tool} draws`,
}

/** Why a deck is made anew, in one line: what has changed, or that nothing is known of it as it is. */
export function describeChange(file: string, changed: Question | 'unknown'): string {
  const why = changed === 'unknown' ? 'new, or its text or Hedgerow has changed' : `changed: ${CHANGES[changed.kind](changed.subject)}`
  return safeText(`${file}: ${why}`)
}
