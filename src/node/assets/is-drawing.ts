/** Whether a file is a drawing, which a site serves cleaned. */
export function isDrawing(file: string): boolean {
  return file.toLowerCase().endsWith('.svg')
}
