import { expect, test } from 'vitest'
import { indentQuoted } from '../../../src/core/config/indent-quoted.ts'

test.each([
  ['a: "one\ntwo\nthree"\nb: 1', 'a: "one\n two\n three"\nb: 1'],
  ["a: 'it''s\nend'\nb: 1", "a: 'it''s\n end'\nb: 1"],
  ['a: "one \\"\ntwo"', 'a: "one \\"\n two"'],
  ['a: "one"\nb: it "is"\n', 'a: "one"\nb: it "is"\n'],
  ['a: "one\nb: 1', 'a: "one\nb: 1'],
])('%j', (yaml, indented) => {
  expect(indentQuoted(yaml)).toBe(indented)
})
