import { conversionOf, endingOf, isPublished, isShown, kindOf } from '../files.ts'
import { decodeAddress } from '../shared/decode-address.ts'

const LONGEST = 100
// Endings of one format.
const SAME = ['jpg jpeg jpe jfif', 'tif tiff', 'heic heif hif', 'ogg oga ogv opus', 'mp4 m4a m4v mov', 'webm mkv'].map(
  (endings) => new Set(endings.split(' ')),
)
// Names that Windows keeps for devices.
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i
// Files beside decks that say how they are shown.
const OPTIONS = /^(?:site|package|pads|reveal(?:-md)?)\b/i

/**
 * The name for a file beside its deck: the server's own, of letters, digits, `.`, `_` and `-`, and different from all of `taken`, also where
 * upper and lower case are the same. It ends as `type` says, the ending that fits the bytes; empty if their format is not known.
 */
export function fileNameFor(url: string, taken: ReadonlySet<string>, type: string): string {
  const name = withEnding(safeName(url), type)
  const used = new Set([...taken].map((other) => other.toLowerCase()))
  const ending = /(?:\.tar)?\.\w+$/i.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - ending.length)
  let unique = name
  for (let number = 2; used.has(unique.toLowerCase()); number += 1) unique = `${stem}-${number}${ending}`
  return unique
}

// The last part of the path.
function safeName(url: string): string {
  const path = url.replace(/[?#].*$/s, '').replace(/^[a-z]+:\/\/[^/]*/i, '')
  const last = path.split('/').findLast((part) => part !== '') ?? ''
  const plain = (decodeAddress(last) ?? last)
    .replace(/^.*[/\\]/s, '')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '')
  const ending = /\.\w{1,10}$/.exec(plain)?.[0] ?? ''
  const short = plain.length > LONGEST ? plain.slice(0, LONGEST - ending.length).replace(/[.-]+$/, '') + ending : plain
  return DEVICE.test(short) || OPTIONS.test(short) ? `file-${short}` : short || 'file'
}

function withEnding(name: string, type: string): string {
  const ending = endingOf(name)
  if (ending !== '' && (ending === type || SAME.some((endings) => endings.has(ending) && endings.has(type)))) return name
  const isMedium = isShown(name) || (conversionOf(name) !== undefined && kindOf(name) !== 'code')
  // A document in a container, or text: the bytes do not say which.
  if (isPublished(name) && !(isMedium && isShown(`x.${type}`))) return name
  return `${isMedium ? name.slice(0, -ending.length - 1) : name}.${type || 'bin'}`
}
