// More than a card can show. Laying out text takes longer the more there is.
const LONGEST = 300

/**
 * The text that a font can draw: without emoji, other scripts, and characters that are invisible or change the direction of what follows; a letter
 * whose accent it lacks is drawn without it. Empty where less than half of the letters would be left, since the rest says nothing.
 */
export function drawableText(text: string, canDraw: (character: string) => boolean): string {
  const characters = Array.from(text.normalize('NFC').replace(/\s+/g, ' ').trim()).slice(0, LONGEST)
  const drawn = characters
    .filter((character) => !/[\p{C}\p{M}]/u.test(character))
    .flatMap((character) => [character, ...Array.from(character.normalize('NFD'))].find(canDraw) ?? [])
  if (countLetters(drawn) * 2 < countLetters(characters)) return ''
  return drawn.join('').replace(/ +/g, ' ').trim()
}

function countLetters(characters: readonly string[]): number {
  return characters.filter((character) => /[\p{L}\p{N}]/u.test(character)).length
}
