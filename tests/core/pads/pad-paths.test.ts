import { expect, test } from 'vitest'
import { padPaths } from '../../../src/core/pads/pad-paths.ts'

test.each([
  ['https://pad.example/aBcD123', ['/aBcD123', '/s/aBcD123', '/p/aBcD123', '/n/aBcD123']],
  ['https://example.org/pads/call?both', ['/pads/call', '/pads/s/call', '/pads/p/call', '/pads/n/call']],
  ['https://pad.example/s/Gr%C3%BC%C3%9Fe', ['/Gr%C3%BC%C3%9Fe', '/s/Gr%C3%BC%C3%9Fe', '/p/Gr%C3%BC%C3%9Fe', '/n/Gr%C3%BC%C3%9Fe']],
  ['https://hackmd.io/@team/call', ['/@team/call']],
  ['', []],
])('%s', (pad, paths) => {
  expect(padPaths(pad)).toEqual(paths)
})
