import { type Box, type ItemTable, readBoxes, readItemTable } from '../read-heif.ts'

const KEPT = new Set('hdlr pitm iinf iloc iref iprp idat grpl dinf ipro'.split(' '))
const TABLES = new Set(['iinf', 'iloc', 'iref', 'ipma'])
const VERSION_LENGTH = 4

/**
 * Removes items from the tables of the box `meta`, in place and with as many bytes as before: the rest becomes free space. False if its tables
 * are damaged.
 */
export function rewriteMeta(bytes: Buffer, meta: Box, removed: ReadonlySet<number>): boolean {
  const start = meta.contentAt + VERSION_LENGTH
  const boxes = readBoxes(bytes, [start, meta.end])
  const rewritten = rewriteBoxes(bytes, boxes?.filter(({ kind }) => KEPT.has(kind)) ?? [], removed)
  if (!boxes || !rewritten) return false
  const content = Buffer.concat(rewritten)
  const left = meta.end - start - content.length
  // The head of a box has 8 bytes.
  if (left < 0 || (left > 0 && left < 8)) return false
  bytes.set(content, start)
  if (left > 0) bytes.set(boxOf('free', [Buffer.alloc(left - 8)]), start + content.length)
  return true
}

/** `undefined` if one of them is damaged. */
function rewriteBoxes(bytes: Buffer, boxes: readonly Box[], removed: ReadonlySet<number>): readonly Buffer[] | undefined {
  const rewritten: Buffer[] = []
  for (const box of boxes) {
    const copy = rewriteBox(bytes, box, removed)
    if (!copy) return undefined
    rewritten.push(copy)
  }
  return rewritten
}

function rewriteBox(bytes: Buffer, box: Box, removed: ReadonlySet<number>): Buffer | undefined {
  if (TABLES.has(box.kind)) {
    const table = readItemTable(bytes, box)
    return table && writeTable(bytes, table, removed)
  }
  if (box.kind !== 'iprp') return boxOf(box.kind, [bytes.subarray(box.contentAt, box.end)])
  const inner = readBoxes(bytes, [box.contentAt, box.end])
  const content = inner && rewriteBoxes(bytes, inner, removed)
  return content && boxOf(box.kind, content)
}

function writeTable(bytes: Buffer, { box, countAt, countSize, entries }: ItemTable, removed: ReadonlySet<number>): Buffer {
  const left = entries.filter(({ id }) => !removed.has(id))
  const count = Buffer.alloc(countSize)
  if (countSize > 0) count.writeUIntBE(left.length, 0, countSize)
  return boxOf(box.kind, [bytes.subarray(box.contentAt, countAt), count, ...left.map(({ at, end }) => bytes.subarray(at, end))])
}

function boxOf(kind: string, content: readonly Buffer[]): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(kind, 'latin1'), ...content])
  whole.writeUInt32BE(whole.length)
  return whole
}
