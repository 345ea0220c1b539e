import { expect, test } from 'vitest'
import { plainLabels } from '../../../src/core/diagrams/mermaid.ts'

test.each(['A[one<br/>two]', 'A["<b>x</b>"]', 'A <--> B', 'Animal <|-- Duck', '<<interface>>', 'a < b', 'A -->|<br>| B'])(
  '%s stays',
  (source) => {
    expect(plainLabels(source)).toBe(source)
  },
)

test.each([
  ['A["<img src=x onerror=y>"]', 'A["#lt;img src=x onerror=y>"]'],
  ['A[<b onclick=x>a</b>]', 'A[#lt;b onclick=x>a</b>]'],
  ['A[List<T>]', 'A[List#lt;T>]'],
  ['<<img src=x>', '<#lt;img src=x>'],
  ['<!--x-->', '#lt;!--x-->'],
])('%s is text', (source, plain) => {
  expect(plainLabels(source)).toBe(plain)
})
