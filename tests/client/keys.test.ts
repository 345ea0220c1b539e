import { expect, test } from 'vitest'
import { actionAt, keyOf, KEYS } from '../../src/client/keys.ts'

const press = (key: string, held: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  ...held,
})

test.each([
  ['the slides', /[RVT]/],
  ['the speaker view', /S/],
  ['a tool in use', /U/],
])('no key is twice in the table for %s', (_place, where) => {
  const keys = KEYS.flatMap(([names, , places]) => (where.test(places) ? names.split(', ') : []))
  expect(keys.length).toBeGreaterThan(1)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('a letter does the same with and without Shift', () => {
  expect(actionAt('T', press('i'))).toBe('pen')
  expect(actionAt('T', press('I', { shiftKey: true }))).toBe('pen')
})

test('a key works only where the table says', () => {
  expect(actionAt('V', press('ArrowRight'))).toBeUndefined()
  expect(actionAt('S', press('ArrowRight'))).toBe('right')
  expect(actionAt('S', press('d'))).toBeUndefined()
  expect(actionAt('T', press('y'))).toBeUndefined()
})

test('Shift counts where the table has it, and else not', () => {
  expect(actionAt('S', press('ArrowRight', { shiftKey: true }))).toBe('last')
  expect(actionAt('S', press('ArrowUp', { shiftKey: true }))).toBe('up')
  expect(actionAt('V', press('?', { shiftKey: true }))).toBe('help')
})

test('other names of a key do the same', () => {
  expect(actionAt('V', press('F1'))).toBe('help')
  expect(actionAt('S', press('Home'))).toBe('first')
  expect(actionAt('S', press('End'))).toBe('last')
  expect(actionAt('S', press(' ', { shiftKey: true }))).toBe('prev')
})

test('keys with Ctrl, Alt or Meta are left to the browser, but for printing', () => {
  for (const held of ['ctrlKey', 'altKey', 'metaKey']) expect(actionAt('S', press('b', { [held]: true }))).toBeUndefined()
  expect(actionAt('V', press('p', { ctrlKey: true }))).toBe('print')
  expect(actionAt('V', press('p', { metaKey: true }))).toBe('print')
  expect(actionAt('V', press('p', { ctrlKey: true, altKey: true }))).toBeUndefined()
})

test('a button shows one key, a letter or a sign', () => {
  expect(['overview', 'black', 'left', 'pen', 'keep'].map(keyOf)).toEqual(['O', 'B', '←', 'I', undefined])
})
