const GPS_DIRECTORY = 0x8825
const LATITUDE = 2
const LONGITUDE = 4
const MOST_ENTRIES = 200

/** Whether Exif data names a latitude and a longitude. Cameras without a receiver write an empty list, or noughts. */
export function exifTellsPlace(tiff: Buffer): boolean {
  if (tiff.length < 8) return false
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return false
  const short = (at: number) => (at + 2 > tiff.length ? 0 : order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (at + 4 > tiff.length ? 0 : order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  /** Where the value of an entry, or its address, stands. */
  const valueAt = (directory: number, tag: number): number | undefined => {
    for (let entry = 0; entry < Math.min(short(directory), MOST_ENTRIES); entry += 1) {
      const at = directory + 2 + entry * 12
      if (short(at) === tag) return at + 8
    }
    return undefined
  }
  const pointer = valueAt(long(4), GPS_DIRECTORY)
  if (pointer === undefined) return false
  // Degrees, minutes and seconds, each a numerator and a denominator.
  const isSet = (tag: number) => {
    const at = valueAt(long(pointer), tag)
    return at !== undefined && [0, 8, 16].some((part) => long(long(at) + part) > 0)
  }
  return isSet(LATITUDE) || isSet(LONGITUDE)
}
