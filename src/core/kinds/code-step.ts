import { estimateHeight, type TextSizes } from './estimate-height.ts'
import type { SlideShape } from './slide-shape.ts'
import { titleOf } from './title-of.ts'

interface CodeSizes {
  readonly code: number
  readonly text: TextSizes
  /** How high all of it may be. */
  readonly room: number
}

const text = (size: number, gap: number): TextSizes => ({ name: 'even', size, deeper: size - 2, gap, width: 1120, room: 0 })
// In pixels, from large to small.
const STEPS: readonly CodeSizes[] = [
  { code: 21, text: text(28, 14), room: 464 },
  { code: 19, text: text(24, 6), room: 504 },
  { code: 17, text: text(22, 6), room: 504 },
]
const LINE_HEIGHT = 1.48
const FRAME = 50

/** The classes that say how large the code of a slide is, and the text beside it. */
export function codeStep(shape: SlideShape): readonly string[] {
  const { rest, blocks } = shape
  const title = titleOf(shape)
  const code = rest.filter(({ codeLines }) => codeLines > 0)
  const lines = code.reduce((sum, { codeLines }) => sum + codeLines, 0)
  const others = blocks.filter((block) => !title.parts.includes(block) && !code.includes(block))
  const heightIn = (sizes: CodeSizes) => lines * sizes.code * LINE_HEIGHT + code.length * FRAME + estimateHeight(others, sizes.text)
  const step = STEPS.find((sizes) => heightIn(sizes) <= sizes.room) ?? STEPS.at(-1)
  if (!step || step === STEPS[0]) return []
  return [`code-${step.code}`, ...(title.lines === 1 ? ['raised'] : [])]
}
