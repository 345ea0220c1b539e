import { describe, expect, test } from 'vitest'
import { sequenceToMermaid } from '../../../src/core/diagrams/sequence-to-mermaid.ts'

const linesOf = (source: string) => {
  const translated = sequenceToMermaid(source)
  return 'source' in translated ? translated.source.split('\n').slice(1) : translated
}

describe('a sequence of js-sequence-diagrams', () => {
  test('names its actors once, in the order in which they come', () => {
    expect(linesOf('Alice->Bob: hi\nBob->Alice: ho')).toEqual([
      'participant actor0 as Alice',
      'participant actor1 as Bob',
      'actor0->>actor1: hi',
      'actor1->>actor0: ho',
    ])
  })

  test.each([
    ['A-B: x', 'actor0->actor1: x'],
    ['A--B: x', 'actor0-->actor1: x'],
    ['A->B: x', 'actor0->>actor1: x'],
    ['A-->B: x', 'actor0-->>actor1: x'],
    ['A->>B: x', 'actor0-)actor1: x'],
    ['A-->>B: x', 'actor0--)actor1: x'],
  ])('%s keeps its line and its head', (source, arrow) => {
    expect(linesOf(source)).toContain(arrow)
  })

  test('may give an actor another name, and names with blanks', () => {
    expect(linesOf('participant "The Cloud" as C\nparticipant Node 1\nC->Node 1: x')).toEqual([
      'participant actor0 as The Cloud',
      'participant actor1 as Node 1',
      'actor0->>actor1: x',
    ])
  })

  test('keeps title and notes', () => {
    expect(linesOf('Title: A call\nA->B: x\nNote left of A: one\\ntwo\nnote over A,B: both')).toEqual([
      'title A call',
      'participant actor0 as A',
      'participant actor1 as B',
      'actor0->>actor1: x',
      'Note left of actor0: one<br/>two',
      'Note over actor0,actor1: both',
    ])
  })

  test('means nothing of mermaid by what it says', () => {
    expect(linesOf('A->B: a; end #1 %% x')).toContain('actor0->>actor1: a#59; end #35;1 %% x')
  })

  test('may have comments and empty lines', () => {
    expect(linesOf('# a comment\n\nA->B: x\n')).toHaveLength(3)
  })

  test.each([
    ['A->B: x\nB says', { problem: '"B says" is not a sequence step', line: 2 }],
    ['A->B', { problem: '"A->B" is not a sequence step', line: 1 }],
    ['', { problem: 'the sequence has no steps', line: 1 }],
  ])('%j is none', (source, problem) => {
    expect(linesOf(source)).toEqual(problem)
  })
})
