import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { picturePlace } from '../../../src/node/assets/picture-place.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { propertyRuns } from '../../support/property-runs.ts'

const fixtures = fileURLToPath(new URL('../../diagnostics/picture-place/', import.meta.url))
/** Writes bytes into a picture, and says whether it tells its place. */
function teller(extension: string): (bytes: Buffer) => boolean {
  const file = path.join(makeFolder(), `picture${extension}`)
  return (bytes) => {
    writeFileSync(file, bytes)
    return picturePlace(path.dirname(file), path.basename(file))
  }
}

describe.each(['walk.jpg', 'shore.png', 'lake.webp'])('%s', (name) => {
  const bytes = readFileSync(path.join(fixtures, name))

  test('tells its place', () => {
    expect(picturePlace(fixtures, name)).toBe(true)
  })

  test('cut off anywhere, is read without a fault', () => {
    const isTold = teller(path.extname(name))
    for (let length = 0; length < bytes.length; length += 1) expect(isTold(bytes.subarray(0, length))).toBeTypeOf('boolean')
  })

  test('whatever its lengths say, is read without a fault', () => {
    const isTold = teller(path.extname(name))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 8 }), (changes) => {
        const changed = Buffer.from(bytes)
        for (const [at, value] of changes) changed[at] = value
        expect(isTold(changed)).toBeTypeOf('boolean')
      }),
      propertyRuns(500),
    )
  })
})

test('Exif that has lost its name tells its place as well', () => {
  const bytes = readFileSync(path.join(fixtures, 'walk.jpg'))
  const at = bytes.indexOf('Exif')
  const head = bytes.subarray(0, at)
  head.writeUInt16BE(bytes.readUInt16BE(at - 2) - 6, at - 2)
  expect(teller('.jpg')(Buffer.concat([head, bytes.subarray(at + 6)]))).toBe(true)
})

test('a camera without a receiver names no place', () => {
  expect(picturePlace(fixtures, 'home.jpg')).toBe(false)
})

test('a file that is not there, or no picture, names none', () => {
  expect(picturePlace(fixtures, 'none.jpg')).toBe(false)
  expect(teller('.jpg')(Buffer.from('exif:GPSLatitude exif:GPSLongitude'))).toBe(false)
})
