import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { drawQrCode } from '../../src/cli/draw-qr-code.ts'

const ADDRESS = 'http://192.168.178.20:5173/'

test('two modules are one character, dark on light whatever the colours of the terminal are', () => {
  const lines = drawQrCode(ADDRESS, 80) ?? []
  const { data, size } = encode(ADDRESS, { border: 2 })
  const rows = lines.flatMap((line) => {
    const [, halves = ''] = /^\u001b\[30;107m([█▀▄ ]+)\u001b\[0m$/.exec(line) ?? []
    return ['█▀', '█▄'].map((dark) => Array.from(halves, (half) => dark.includes(half)))
  })
  expect(rows.slice(0, size)).toEqual(data)
  // The last half line of an odd number is light.
  expect(rows.slice(size).flat()).not.toContain(true)
})

test('a terminal that is too narrow for it gets none', () => {
  const [line = ''] = drawQrCode(ADDRESS, 80) ?? []
  const width = line.replaceAll(/\u001b\[[\d;]+m/g, '').length
  expect(drawQrCode(ADDRESS, width)).toBeDefined()
  expect(drawQrCode(ADDRESS, width - 1)).toBeUndefined()
})
