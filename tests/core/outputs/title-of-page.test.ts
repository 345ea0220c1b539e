import { expect, test } from 'vitest'
import { titleOfPage } from '../../../src/core/outputs/title-of-page.ts'

test('the title of a page is that of its head', () => {
  expect(titleOfPage('<!doctype html><title> A &amp; B </title><svg><title>C</title></svg>')).toBe('A & B')
  expect(titleOfPage('<p>')).toBeUndefined()
})
