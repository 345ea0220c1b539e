/** What Exif data say of a picture. */
export interface ExifFacts {
  /** Browsers turn the picture by a quarter: its width is its height. */
  readonly isTurned: boolean
  /** It has coordinates. Cameras without a GPS receiver write an empty list, or zeros. */
  readonly hasLocation: boolean
}

const ORIENTATION = 0x0112
const GPS_DIRECTORY = 0x8825
const LATITUDE = 2
const LONGITUDE = 4
const MOST_ENTRIES = 200

/** Reads Exif data, which begin with the order of their bytes; every length and offset in them may be wrong. */
export function readExif(tiff: Buffer): ExifFacts {
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return { isTurned: false, hasLocation: false }
  const short = (at: number) => (at + 2 > tiff.length ? 0 : order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (at + 4 > tiff.length ? 0 : order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  /** The offset of the value of an entry. */
  const valueAt = (directory: number, tag: number): number | undefined => {
    for (let entry = 0; entry < Math.min(short(directory), MOST_ENTRIES); entry += 1) {
      const at = directory + 2 + entry * 12
      if (short(at) === tag) return at + 8
    }
    return undefined
  }
  const orientation = valueAt(long(4), ORIENTATION)
  const gps = valueAt(long(4), GPS_DIRECTORY)
  // Degrees, minutes and seconds, each a numerator and a denominator.
  const isSet = (tag: number) => {
    const at = gps === undefined ? undefined : valueAt(long(gps), tag)
    return at !== undefined && [0, 8, 16].some((part) => long(long(at) + part) > 0)
  }
  return {
    isTurned: orientation !== undefined && short(orientation) >= 5,
    hasLocation: isSet(LATITUDE) || isSet(LONGITUDE),
  }
}
