/** A part of a HEIC or AVIF picture, and of every other format that is made of such boxes. */
export interface Box {
  readonly kind: string
  readonly at: number
  readonly contentAt: number
  /** Where the next box is; behind the end of a file that is cut off. */
  readonly end: number
}

/** From the first byte to that after the last one. */
export type Range = readonly [from: number, to: number]

/** What one entry of a table says of an item; an item is an image, a part of one, or metadata. */
export interface ItemEntry {
  readonly id: number
  readonly at: number
  readonly end: number
  /** Of an `infe`, what the item is; of an `iref`, how it refers to others. */
  readonly kind?: string
  /** Of an `infe`, where its name is, in most files the last thing in it. */
  readonly nameAt?: number
  /** The items that an `iref` refers to. */
  readonly refersTo?: readonly number[]
  /** Of an `iloc`, where the content of the item is. */
  readonly extents?: readonly Range[]
  /** Whether these count from the start of the file, that of the box `idat`, or that of another item. */
  readonly base?: 'file' | 'idat' | 'item'
}

/** A box with entries for items, and their number before them. */
export interface ItemTable {
  readonly box: Box
  readonly countAt: number
  readonly countSize: number
  readonly entries: readonly ItemEntry[]
}

// A still picture, or a sequence of pictures.
const BRANDS = /^(avif|avis|avio|mif[123]|msf1|hei[cxms]|hev[cxms])$/

/** Whether the first box of a file says that it is a HEIC or AVIF picture, which may also be a video. */
export function isHeif(head: Buffer): boolean {
  const brands = head.toString('latin1', 8, Math.min(head.length, head.readUInt32BE(0))).match(/.{4}/gs) ?? []
  return brands.some((brand, index) => index !== 1 && BRANDS.test(brand))
}

/** The boxes between two offsets; ends where that cannot be told any more. */
export function* boxesIn(read: (at: number, length: number) => Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to;) {
    const head = read(at, 16)
    if (head.length < 8) return
    const size = head.readUInt32BE(0)
    const isLong = size === 1
    if (isLong && head.length < 16) return
    const length = isLong ? Number(head.readBigUInt64BE(8)) : size === 0 ? to - at : size
    const contentAt = at + (isLong ? 16 : 8)
    if (at + length < contentAt) return
    yield { kind: head.toString('latin1', 4, 8), at, contentAt, end: at + length }
    at += length
  }
}

/** The boxes that a box consists of from `from` on; `undefined` if they do not fill it. */
export function readBoxes(bytes: Buffer, [from, to]: Range): readonly Box[] | undefined {
  const boxes = [...boxesIn((at, length) => bytes.subarray(at, at + length), from, to)]
  return to <= bytes.length && (boxes.at(-1)?.end ?? from) === to ? boxes : undefined
}

/** Reads a table of items: `iinf`, `iloc`, `iref` or `ipma`; `undefined` if its lengths are wrong. */
export function readItemTable(bytes: Buffer, box: Box): ItemTable | undefined {
  const cursor = openCursor(bytes, [box.contentAt, box.end])
  const version = cursor.take(1)
  const flags = cursor.take(3)
  if (box.kind === 'iref') return readReferences(bytes, { box, countAt: cursor.at(), idSize: version === 0 ? 2 : 4 })
  if (box.kind === 'iinf') return readInfos(bytes, { box, countAt: cursor.at(), countSize: version === 0 ? 2 : 4 })
  return box.kind === 'iloc' ? readLocations(cursor, box, version) : readProperties(cursor, box, { version, flags })
}

function readInfos(bytes: Buffer, { box, countAt, countSize }: Omit<ItemTable, 'entries'>): ItemTable | undefined {
  const entries = readBoxes(bytes, [countAt + countSize, box.end])?.map(({ at, contentAt, end }): ItemEntry => {
    const cursor = openCursor(bytes, [contentAt, end])
    const version = cursor.take(1)
    cursor.take(3)
    const id = cursor.take(version < 3 ? 2 : 4)
    cursor.take(2)
    const kindAt = cursor.at()
    if (version < 2 || kindAt + 4 > end) return { id, at, end }
    const kind = bytes.toString('latin1', kindAt, kindAt + 4)
    // A name is followed by the media type or the address of these.
    return kind === 'mime' || kind === 'uri ' ? { id, at, end, kind } : { id, at, end, kind, nameAt: kindAt + 4 }
  })
  const isComplete = openCursor(bytes, [countAt, box.end]).take(countSize) === entries?.length
  return isComplete ? { box, countAt, countSize, entries } : undefined
}

interface References {
  readonly box: Box
  readonly countAt: number
  readonly idSize: number
}

// Without a count of its entries.
function readReferences(bytes: Buffer, { box, countAt, idSize }: References): ItemTable | undefined {
  const entries: ItemEntry[] = []
  for (const { kind, at, contentAt, end } of readBoxes(bytes, [countAt, box.end]) ?? []) {
    const cursor = openCursor(bytes, [contentAt, end])
    const id = cursor.take(idSize)
    const refersTo = Array.from({ length: cursor.take(2) }, () => cursor.take(idSize))
    if (cursor.isPast()) return undefined
    entries.push({ id, at, end, kind, refersTo })
  }
  return { box, countAt, countSize: 0, entries }
}

const BASES = ['file', 'idat', 'item'] as const

function readLocations(cursor: Cursor, box: Box, version: number): ItemTable | undefined {
  const sizes = cursor.take(2)
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexSize = version === 0 ? 0 : sizes & 15
  if (![offsetSize, lengthSize, baseSize, indexSize].every((size) => size === 0 || size === 4 || size === 8)) return undefined
  const [countAt, countSize] = [cursor.at(), version < 2 ? 2 : 4]
  const count = cursor.take(countSize)
  const entries: ItemEntry[] = []
  for (let index = 0; index < count; index += 1) {
    const at = cursor.at()
    const id = cursor.take(countSize)
    const base = BASES[version === 0 ? 0 : cursor.take(2) & 15]
    cursor.take(2)
    const start = cursor.take(baseSize)
    const extentCount = cursor.take(2)
    // Without lengths, all entries would be the same.
    if (base === undefined || (extentCount > 1 && offsetSize + lengthSize === 0)) return undefined
    const extents: Range[] = []
    for (let extent = 0; extent < extentCount && !cursor.isPast(); extent += 1) {
      cursor.take(indexSize)
      const from = start + cursor.take(offsetSize)
      // 0 is up to the end.
      extents.push([from, from + (cursor.take(lengthSize) || Number.MAX_SAFE_INTEGER - from)])
    }
    if (cursor.isPast()) return undefined
    entries.push({ id, at, end: cursor.at(), extents, base })
  }
  return { box, countAt, countSize, entries }
}

function readProperties(
  cursor: Cursor,
  box: Box,
  { version, flags }: { readonly version: number; readonly flags: number },
): ItemTable | undefined {
  const countAt = cursor.at()
  const count = cursor.take(4)
  const entries: ItemEntry[] = []
  for (let index = 0; index < count; index += 1) {
    const at = cursor.at()
    const id = cursor.take(version === 0 ? 2 : 4)
    const properties = cursor.take(1)
    cursor.skip(properties * (flags & 1 ? 2 : 1))
    if (cursor.isPast()) return undefined
    entries.push({ id, at, end: cursor.at() })
  }
  return { box, countAt, countSize: 4, entries }
}

interface Cursor {
  /** The next number of some bytes; 0 past the end. */
  readonly take: (size: number) => number
  readonly skip: (length: number) => void
  readonly at: () => number
  readonly isPast: () => boolean
}

function openCursor(bytes: Buffer, [from, to]: Range): Cursor {
  let at = from
  return {
    take(size) {
      at += size
      if (size === 0 || at > Math.min(to, bytes.length)) return 0
      return size === 8 ? Number(bytes.readBigUInt64BE(at - 8)) : bytes.readUIntBE(at - size, size)
    },
    skip(length) {
      at += length
    },
    at: () => at,
    isPast: () => at > Math.min(to, bytes.length),
  }
}
