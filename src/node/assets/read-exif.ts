/** What Exif data say of a picture. */
export interface ExifFacts {
  /** How programs turn and mirror the picture to show it: 1 (not at all) to 8. */
  readonly orientation: number
  /** It has coordinates. Cameras without a GPS receiver write an empty list, or zeros. */
  readonly hasLocation: boolean
}

const ORIENTATION = 0x0112
const GPS_DIRECTORY = 0x8825
const LATITUDE = 2
const LONGITUDE = 4
const MOST_ENTRIES = 200

const NOTHING: ExifFacts = { orientation: 1, hasLocation: false }

/** Reads Exif data, with or without the name that they start with in a JPEG; every length and offset in them may be wrong. */
export function readExif(content: Buffer): ExifFacts {
  const tiff = content.toString('latin1', 0, 4) === 'Exif' ? content.subarray(6) : content
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return NOTHING
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
  const orientationAt = valueAt(long(4), ORIENTATION)
  const orientation = orientationAt === undefined ? 1 : short(orientationAt)
  const gps = valueAt(long(4), GPS_DIRECTORY)
  // Degrees, minutes and seconds, each a numerator and a denominator.
  const isSet = (tag: number) => {
    const at = gps === undefined ? undefined : valueAt(long(gps), tag)
    return at !== undefined && [0, 8, 16].some((part) => long(long(at) + part) > 0)
  }
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    hasLocation: isSet(LATITUDE) || isSet(LONGITUDE),
  }
}

/** Exif data that contain nothing but the orientation of a picture. */
export function writeExif(orientation: number): Buffer {
  return Buffer.from([...Buffer.from('MM'), 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
}
