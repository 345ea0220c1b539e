import { describe, expect, test } from 'vitest'
import { flowToMermaid } from '../../../src/core/diagrams/flow-to-mermaid.ts'

const linesOf = (source: string) => {
  const translated = flowToMermaid(source)
  return 'source' in translated ? translated.source.split('\n').slice(1) : translated
}

describe('a flow chart of flowchart.js', () => {
  test.each([
    ['start', '(["x"])'],
    ['end', '(["x"])'],
    ['operation', '["x"]'],
    ['subroutine', '[["x"]]'],
    ['condition', '{"x"}'],
    ['inputoutput', '[/"x"/]'],
    ['parallel', '["x"]'],
  ])('draws %s in its shape', (kind, shape) => {
    expect(linesOf(`a=>${kind}: x`)).toEqual([`node0${shape}`])
  })

  test('follows its arrows and says the answers', () => {
    expect(linesOf('a=>start: a\nc=>condition: c?\ne=>end: e\na->c\nc(yes)->e\nc(no, right)->a(top)->c')).toEqual([
      'node0(["a"])',
      'node1{"c?"}',
      'node2(["e"])',
      'node0 --> node1',
      'node1 -->|"yes"| node2',
      'node1 -->|"no"| node0',
      'node0 --> node1',
    ])
  })

  test('leaves out addresses and states, and reads on over lines', () => {
    expect(linesOf('a=>start: Start|past:>https://example.org[blank]\nb=>operation: one\ntwo|current')).toEqual([
      'node0(["Start"])',
      'node1["one<br/>two|current"]',
    ])
  })

  test('means nothing of mermaid by what it says', () => {
    expect(linesOf('a=>start: "x"; #1')).toEqual(['node0(["#34;x#34;#59; #35;1"])'])
  })

  test.each([
    ['a->b', { problem: 'symbol "a" is not defined', line: 1 }],
    ['a=>start: a\na->', { problem: 'symbol "" is not defined', line: 2 }],
    ['a=>circle: a', { problem: 'unknown symbol type "circle"', line: 1 }],
    ['', { problem: 'the flowchart has no symbols', line: 1 }],
  ])('%j is none', (source, problem) => {
    expect(linesOf(source)).toEqual(problem)
  })
})
