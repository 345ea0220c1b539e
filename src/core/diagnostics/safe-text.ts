// C0 and C1 controls, bidirectional controls and lone surrogates: what a terminal or a log would interpret.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu

// Commands of CI runners, anywhere on a line: ##[error], ##vso[task.x], ##teamcity[x].
const OLD_COMMAND = /##(?=\w*\[)/g

// GitHub's runner reads commands at the start of a line, after optional spaces.
const COMMAND_AT_START = /^(\s*):(?=:)/

const escaped = (character: string) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`

/** Equivalent JSON without anything that a terminal or CI runner would interpret. */
export function safeJson(value: unknown): string {
  // All of these are inside strings, where JSON allows escapes for any character.
  return JSON.stringify(value).replace(UNSAFE, escaped).replace(OLD_COMMAND, '#\\u0023')
}

/** Text that is safe to print: control characters become visible escapes. */
export function safeText(text: string): string {
  return text.replace(UNSAFE, (character) => (character === '\t' ? ' ' : escaped(character))).replace(OLD_COMMAND, '# #')
}

/** Lines of output that are safe to print and are not CI commands; `hasColours` keeps the colour codes of a terminal. */
export function safeLines(lines: string, hasColours: boolean): string {
  return lines
    .split('\n')
    .map((line) => {
      const parts = hasColours ? line.split(/(\u001b\[\d+(?:;\d+)*m)/) : [line]
      return parts
        .map((part, index) => (index % 2 === 1 ? part : safeText(part)))
        .join('')
        .replace(COMMAND_AT_START, '$1: ')
    })
    .join('\n')
}
