/** Kinds of problems with pads and their files. */
export type PadProblemKind =
  /** The text of the address cannot be a pad or a file. */
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
  /** What is wrong: one clause without a full stop. No secrets. */
  readonly message: string
  /** What to do: a sentence. */
  readonly help: string
}
