/** Most characters of a drawing. A browser can show more, but no slide needs it. */
export const LARGEST_DRAWING = 1_000_000

/** Most characters of the source of a diagram. */
export const LONGEST_DIAGRAM = 50_000

/** The size of an SVG, in the words of a message. */
export function drawingSizeText(characters: number): string {
  return `a drawing of ${(characters / 1e6).toFixed(1)} MB`
}
