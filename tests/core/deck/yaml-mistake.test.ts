import { expect, test } from 'vitest'
import { readFrontMatter } from '../../../src/core/deck/read-front-matter.ts'
import { recordReports } from '../../support/record-reports.ts'

const mistakeIn = (yaml: string) => {
  const { report, found } = recordReports()
  readFrontMatter({ path: 'a.md', text: `---\ntype: slide\n${yaml}\n---\n\n# A\n` }, report)
  const [message] = found
  return `${message?.line}:${message?.column} ${message?.message.replace('the front matter is not valid YAML: ', '')}`
}

test.each([
  ['title: "open\ndescription: x\nlang: en', '3:8 the " at the start of this value is never closed'],
  ["title: 'open\ndescription: x\nlang: en", "3:8 the ' at the start of this value is never closed"],
  ['lang: en\ntitle: "open\ndescription: "x"', '4:8 the " at the start of this value is never closed'],
  ["title: 'it's'\nlang: en", '3:12 '],
  ['tags: [a, b\nlang: en', '3:7 the bracket at the start of this value is never closed'],
  ['slideOptions: { theme: white\nlang: en', '3:15 the bracket at the start of this value is never closed'],
  ['title: a: b', '3:8 '],
])('%j', (yaml, expected) => {
  expect(mistakeIn(yaml)).toContain(expected)
})
