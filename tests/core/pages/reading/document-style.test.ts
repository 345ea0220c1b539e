import { describe, expect, test } from 'vitest'
import { documentStyle, inkOf } from '../../../../src/core/pages/reading/document-style.ts'

describe('of the style of a slide a document keeps', () => {
  test.each([
    ['position:absolute;top:10px;font-size:9px', ''],
    ['text-align:center; font-weight:700', 'text-align:center;font-weight:700'],
    ['width:50%;height:20px;margin-left:-400px', 'width:50%'],
    ['--width:640;--ratio:1.5', '--width:640;--ratio:1.5'],
    ['transform:scale(9);display:none', ''],
    ['COLOR:#fff', '--ink:#fff'],
    ['c\\6flor:red', '--ink:red'],
    ['background:#222;color:white', '--background:#222;--ink:white'],
    ['background-color:rgba(0,0,0,.1)', ''],
    ['background:transparent', ''],
    ['background:linear-gradient(red,blue)', ''],
    ['--ink:red;--read-text:red', ''],
  ])('%s: %s', (written, kept) => {
    expect(documentStyle(written)).toBe(kept)
  })
})

test('what is no colour gives no ink', () => {
  expect(['red', '#0f5fe1', ' rgb(1, 2, 3) '].flatMap(inkOf)).toEqual(['--ink:red', '--ink:#0f5fe1', '--ink:rgb(1, 2, 3)'])
  expect(['red;position:fixed', 'url(x)', '"', ''].flatMap(inkOf)).toEqual([])
})
