import { estimateHeight, type TextSizes } from './estimate-height.ts'
import type { SlideShape } from './slide-shape.ts'
import { titleOf } from './title-of.ts'

interface CodeSizes {
  readonly code: number
  readonly lineHeight: number
  /** Around a block of code: its padding and the gap below. */
  readonly frame: number
  readonly text: TextSizes
  /** How high all of it may be. */
  readonly room: number
}

const text = (size: number, gap: number): TextSizes => ({ name: 'even', size, deeper: size - 2, gap, width: 1120, room: 0 })
// In pixels, from large to small.
const STEPS: readonly CodeSizes[] = [
  { code: 21, lineHeight: 1.48, frame: 50, text: text(28, 14), room: 464 },
  { code: 19, lineHeight: 1.48, frame: 26, text: text(24, 6), room: 504 },
  { code: 17, lineHeight: 1.3, frame: 26, text: text(22, 2), room: 504 },
  { code: 15, lineHeight: 1.3, frame: 26, text: text(20, 2), room: 504 },
  { code: 14, lineHeight: 1.28, frame: 24, text: text(19, 1), room: 504 },
  { code: 13, lineHeight: 1.25, frame: 22, text: text(18, 1), room: 504 },
  { code: 12, lineHeight: 1.25, frame: 20, text: text(17, 0), room: 504 },
]
// Code that would not be whole in the smallest of them scrolls in its box, and is as large as it can be read from afar.
const SCROLLING = STEPS[3]

/** The classes that say how large the code of a slide is, and the text beside it. */
export function codeStep(shape: SlideShape): readonly string[] {
  const { rest, blocks } = shape
  const title = titleOf(shape)
  const code = rest.filter(({ codeLines }) => codeLines > 0)
  const lines = code.reduce((sum, { codeLines }) => sum + codeLines, 0)
  const others = blocks.filter((block) => !title.parts.includes(block) && !code.includes(block))
  const heightIn = (sizes: CodeSizes) =>
    lines * sizes.code * sizes.lineHeight + code.length * sizes.frame + estimateHeight(others, sizes.text)
  const step = STEPS.find((sizes) => heightIn(sizes) <= sizes.room) ?? SCROLLING
  if (!step || step === STEPS[0]) return []
  return [`code-${step.code}`, ...(title.lines === 1 ? ['raised'] : [])]
}
