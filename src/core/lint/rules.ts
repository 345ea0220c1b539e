import type { Rule } from './rule.ts'
import { repeatedHeading } from './rules/repeated-heading.ts'

/** THE TABLE of rules. Each stands alone; they run in this order, which nobody sees, since messages are sorted by their places. */
export const rules: readonly Rule[] = [
  // Structure and text.
  repeatedHeading,

  // Pictures, style and links.
]
