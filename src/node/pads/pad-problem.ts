/** Kinds of problems with pads and their files. */
export type PadProblemKind =
  /** The text of the address cannot be that of a pad or a file. */
  | 'address'
  /** Plain http to a host that is not this computer. */
  | 'insecure'
  /** The host's address is private, and the user did not name it. */
  | 'private'
  | 'unreachable'
  /** No answer in time, or an answer that stalls. */
  | 'slow'
  /** 429 or 503 after all attempts. */
  | 'busy'
  /** 404 or 410. */
  | 'missing'
  /** Guests may not read it. */
  | 'guests'
  /** The session or token that was given does not allow it. */
  | 'refused'
  /** It redirects to another server. */
  | 'moved'
  /** The answer is something else: a web page, another type, or not UTF-8. */
  | 'type'
  | 'large'
  /** The connection ended before the end of the answer. */
  | 'cut-off'
  /** Any other answer of the server. */
  | 'answer'

/** Why a pad or a file could not be read, as a value. */
export interface PadProblem {
  readonly kind: PadProblemKind
  /** What is wrong: one clause without a full stop. No secrets, no addresses with a query. */
  readonly message: string
  /** What to do: a sentence. */
  readonly help: string
}

const LATER = 'Pull again later.'
const OPEN_IN_BROWSER = 'Open the address in your browser to see what is there, and correct it.'

// THE TABLE of problems that need no more than one fact to be described.
const WORDS = {
  address: (why) => [why, 'Correct the address in the deck or the command.'],
  insecure: (host) => [
    `the address of ${host} starts with "http:", so others could change what it sends`,
    'Use an address that starts with "https:"; "http:" is only for servers on your own computer.',
  ],
  private: (host) => [
    `${host} is in a private network, which is allowed only for the server of a pad that you name`,
    'Save the file next to the deck, and use that copy.',
  ],
  unreachable: (why) => [`the server cannot be reached (${why})`, 'Check the address and your network connection.'],
  slow: (what) => [what, 'Pull again later, or ask who runs the server.'],
  busy: (why) => [`the server is busy: ${why}`, LATER],
  // Not to be opened in a browser: that could create the pad.
  missing: (what) => [
    `the server has no such ${what} (404)`,
    what === 'pad'
      ? 'Check the spelling of the address; the pad may have been deleted.'
      : 'Upload it again in the pad, or remove it from the text.',
  ],
  guests: () => ['guests cannot read this pad', 'Make it *locked* or *editable* in the pad, or set HEDGEROW_PAD_COOKIE to your session.'],
  refused: (what) => [
    `${what} gives no access to this pad`,
    'It may have expired: log in again, copy the new one, and check that you can read the pad.',
  ],
  moved: (to) => [`the pad has moved to ${to}`, 'Pull it from there, if you trust that server.'],
  type: (what) => [what, OPEN_IN_BROWSER],
  large: (limit) => [`the answer is larger than ${limit}`, 'Make it smaller: move part of the text to another pad, or compress the file.'],
  'cut-off': (why) => [why, LATER],
  answer: (status) => [`the server answered ${status}`, 'Pull again later, or ask who runs the server.'],
} as const satisfies Readonly<Record<PadProblemKind, (fact: string) => readonly [message: string, help: string]>>

/** A problem in words; `fact` is what differs from case to case. */
export function padProblem(kind: PadProblemKind, fact = ''): PadProblem {
  const [message, help] = WORDS[kind](fact)
  return { kind, message, help }
}

/** The server of a pad is in a private network, and the user has not named it. */
export function unnamedServer(host: string): PadProblem {
  return { ...padProblem('private', host), help: 'If you trust it, give the address of the pad on the command line.' }
}

/** HedgeDoc 2 gives nothing to guests. */
export const NEEDS_TOKEN: PadProblem = {
  kind: 'guests',
  message: 'this server runs HedgeDoc 2, which needs an API token even for public pads',
  help: 'Create a token in your profile there, and set HEDGEROW_PAD_TOKEN to it.',
}
