// C0 and C1 controls, bidirectional controls and lone surrogates: what a terminal or a log would act upon.
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu

/** JSON whose text holds nothing that a terminal acts upon; it means the same. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
}

/** Text of an author that a terminal shows and does not obey: controls become visible escapes. */
export function safeText(text: string): string {
  const visible = text.replace(UNSAFE, (character) =>
    character === '\t' ? ' ' : `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
  // So older CI runners spell their commands, anywhere on a line.
  return visible.replace(/##(?=\[|vso\[)/g, '# #')
}
