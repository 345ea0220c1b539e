/** A percent-encoded text as it was, or the text itself if it is not valid, as in `50%.png`. */
export function decodePath(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
