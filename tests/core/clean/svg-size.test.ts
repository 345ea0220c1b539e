import { expect, test } from 'vitest'
import { svgSize } from '../../../src/core/clean/svg-size.ts'

// As Chromium has it in an <img>.
test.each([
  ['width="40" height="20"', { width: 40, height: 20 }],
  ['width="40px" height="20" viewBox="0 0 1 1"', { width: 40, height: 20 }],
  ['width="3in" height="72pt"', { width: 288, height: 96 }],
  ['width="200" viewBox="0 0 100 50"', { width: 200, height: 100 }],
  ['height="200" viewBox="0 0 100 50"', { width: 400, height: 200 }],
  ['viewBox="0 0 100 50"', { width: 100, height: 50, fills: true }],
  ['viewBox="0,0 100,50" width="100%" height="100%"', { width: 100, height: 50, fills: true }],
  ['width="100%" height="50" viewBox="0 0 100 50"', { width: 100, height: 50 }],
  ['viewBox="0 0 0 50"', undefined],
  ['', undefined],
])('an SVG with %s', (attributes, size) => {
  expect(svgSize(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}><g/></svg>`)).toEqual(size)
})
