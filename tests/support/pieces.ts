/** The pieces of a text that stand on lines of their own or two blanks apart: a long list that can be read. */
export function pieces(text: string): string[] {
  return text.split(/\n\s*| {2,}/).filter((piece) => piece !== '')
}
