// C0 and C1 controls, bidirectional controls and lone surrogates: what a terminal or a log would act upon.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu

// So runners of CI spell commands, anywhere on a line: ##[error], ##vso[task.x], ##teamcity[x].
const OLD_COMMAND = /##(?=\w*\[)/g

// GitHub's runner reads a command at the beginning of a line, blanks left out.
const COMMAND_AT_START = /^(\s*):(?=:)/

const escaped = (character: string) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`

/** JSON whose text holds nothing that a terminal or a runner of CI acts upon; it means the same. */
export function safeJson(value: unknown): string {
  // All of these stand in strings, where JSON may write any character as an escape.
  return JSON.stringify(value).replace(UNSAFE, escaped).replace(OLD_COMMAND, '#\\u0023')
}

/** Text of an author that a terminal shows and does not obey: controls become visible escapes. */
export function safeText(text: string): string {
  return text.replace(UNSAFE, (character) => (character === '\t' ? ' ' : escaped(character))).replace(OLD_COMMAND, '# #')
}

/** Lines of output of which none is a command of CI, whatever is quoted in them; `hasColours` lets the colours of a terminal pass. */
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
