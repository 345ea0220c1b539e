import { gifParts } from '../picture-parts.ts'
import { type Change, type PartToChange, readFrom, rewriteParts } from './rewrite-parts.ts'

// Extensions of programs that change how a GIF looks.
const LOOPS = /^\x0b(NETSCAPE2\.0|ANIMEXTS1\.0)/
const COLOUR_PROFILE = /^\x0bICCRGBG1012/
const NAME_LENGTH = 12

/** A GIF without metadata; `undefined` if it is damaged. */
export function stripGif(bytes: Buffer): Buffer | undefined {
  return rewriteParts(bytes, { parts: gifParts(readFrom(bytes)), changeOf, last: '3b' })
}

function changeOf(part: PartToChange): Change {
  switch (part.kind) {
    case '2c':
    case '3b':
      return 'keep'
    // How long a frame is shown.
    case 'f9':
      return upTo(part, 1 + (part.content[0] ?? 0))
    case 'ff': {
      const name = part.content.toString('latin1', 0, NAME_LENGTH)
      if (LOOPS.test(name)) return upTo(part, NAME_LENGTH + 1 + (part.content[NAME_LENGTH] ?? 0))
      return COLOUR_PROFILE.test(name) ? 'keep' : 'remove'
    }
    default:
      return 'remove'
  }
}

// An extension without the blocks of data that no program expects in it.
function upTo({ kind, content }: PartToChange, length: number): Change {
  return content.length <= length ? 'keep' : Buffer.from([0x21, Number.parseInt(kind, 16), ...content.subarray(0, length), 0])
}
