import { describe, expect, test } from 'vitest'
import { isMark, readMessage } from '../../../src/client/stage/messages.ts'

const AT = { type: 'at', h: 2, v: 0, f: -1, screen: 'slide', turn: 7 }

describe('a message between the windows of a talk', () => {
  test.each([
    AT,
    { ...AT, f: null, screen: 'black' },
    { type: 'hello' },
    { type: 'here', width: 1280, height: 720.5 },
    { type: 'bye' },
    { type: 'hold', on: true },
    { type: 'point', x: -3.5, y: 4 },
    { type: 'draw', x: 1, y: 2, begins: false },
    { type: 'zoom', x: 1, y: 2 },
    { type: 'keep', on: false },
    { type: 'lift' },
    { type: 'erase' },
    { type: 'unzoom' },
  ])('is heard: %j', (message) => {
    expect(readMessage(message)).toEqual(message)
  })

  test.each([
    undefined,
    null,
    'at',
    17,
    [],
    {},
    { type: 'constructor' },
    { type: '__proto__' },
    { type: 'at' },
    { ...AT, h: -1 },
    { ...AT, h: 1.5 },
    { ...AT, h: '2' },
    { ...AT, h: 1e9 },
    { ...AT, v: Number.NaN },
    { ...AT, f: -2 },
    { ...AT, f: undefined },
    { ...AT, screen: '<img>' },
    { ...AT, turn: Number.POSITIVE_INFINITY },
    { type: 'here', width: 1280 },
    { type: 'point', x: '1', y: 2 },
    { type: 'point', x: 1e9, y: 2 },
    { type: 'draw', x: 1, y: 2, begins: 1 },
  ])('is not heard when it is none: %j', (message) => {
    expect(readMessage(message)).toBeUndefined()
  })

  test('loses what does not belong to it', () => {
    expect(readMessage({ ...AT, html: '<b>', session: 'x' })).toEqual(AT)
  })

  test('is something to be drawn or not', () => {
    expect(isMark({ type: 'erase' })).toBe(true)
    expect(isMark({ type: 'hello' })).toBe(false)
  })
})
