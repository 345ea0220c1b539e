/** What Exif data say of a picture. */
export interface ExifFacts {
  /** How programs turn and mirror the picture to show it: 1 (not at all) to 8. */
  readonly orientation: number
  /** It has coordinates. Cameras without a GPS receiver write an empty list, or zeros. */
  readonly hasLocation: boolean
  /** Missing if it is incomplete. */
  readonly density?: Density | undefined
}

/** The size in which browsers show a picture with more pixels: where its resolution in dots per inch leads to just that size. */
export interface Density {
  /** Numerator and denominator. */
  readonly resolution: readonly [x: readonly [number, number], y: readonly [number, number]]
  /** In pixels of CSS. */
  readonly size: readonly [width: number, height: number]
}

const ORIENTATION = 0x0112
const X_RESOLUTION = 0x011a
const Y_RESOLUTION = 0x011b
const RESOLUTION_UNIT = 0x0128
const INCHES = 2
const EXIF_DIRECTORY = 0x8769
const SHOWN_WIDTH = 0xa002
const SHOWN_HEIGHT = 0xa003
const GPS_DIRECTORY = 0x8825
const LATITUDE = 2
const LONGITUDE = 4
const SHORT = 3
const LONG = 4
const RATIONAL = 5
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
  const rational = (tag: number): readonly [number, number] => {
    const at = valueAt(long(4), tag)
    return at === undefined ? [0, 0] : [long(long(at)), long(long(at) + 4)]
  }
  const exif = valueAt(long(4), EXIF_DIRECTORY)
  const shown = (tag: number) => {
    const at = exif === undefined ? undefined : valueAt(long(exif), tag)
    if (at === undefined) return 0
    return short(at - 6) === SHORT ? short(at) : long(at)
  }
  const unit = valueAt(long(4), RESOLUTION_UNIT)
  const density: Density = {
    resolution: [rational(X_RESOLUTION), rational(Y_RESOLUTION)],
    size: [shown(SHOWN_WIDTH), shown(SHOWN_HEIGHT)],
  }
  const isComplete =
    unit !== undefined && short(unit) === INCHES && [...density.resolution.flat(), ...density.size].every((value) => value > 0)
  return {
    density: isComplete ? density : undefined,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    hasLocation: isSet(LATITUDE) || isSet(LONGITUDE),
  }
}

/** Exif data that contain nothing but how a picture is turned, and in which size it is shown. */
export function writeExif(orientation: number, density?: Density): Buffer {
  const turned = entry(ORIENTATION, SHORT, [...u16(orientation), 0, 0])
  if (!density) return Buffer.from([...TIFF_HEAD, ...directory([turned])])
  const [x, y] = density.resolution
  const [width, height] = density.size
  const entries = (end: number) =>
    directory([
      turned,
      entry(X_RESOLUTION, RATIONAL, u32(end)),
      entry(Y_RESOLUTION, RATIONAL, u32(end + 8)),
      entry(RESOLUTION_UNIT, SHORT, [...u16(INCHES), 0, 0]),
      entry(EXIF_DIRECTORY, LONG, u32(end + 16)),
    ])
  const end = TIFF_HEAD.length + entries(0).length
  const shown = directory([entry(SHOWN_WIDTH, LONG, u32(width)), entry(SHOWN_HEIGHT, LONG, u32(height))])
  return Buffer.from([...TIFF_HEAD, ...entries(end), ...[...x, ...y].flatMap(u32), ...shown])
}

// Big-endian; the first directory follows.
const TIFF_HEAD = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]

function u16(value: number): readonly number[] {
  return [(value >> 8) & 255, value & 255]
}

function u32(value: number): readonly number[] {
  return [...u16(value >>> 16), ...u16(value & 0xffff)]
}

function entry(tag: number, type: number, value: readonly number[]): readonly number[] {
  return [...u16(tag), ...u16(type), ...u32(1), ...value]
}

function directory(entries: readonly (readonly number[])[]): readonly number[] {
  return [...u16(entries.length), ...entries.flat(), 0, 0, 0, 0]
}
