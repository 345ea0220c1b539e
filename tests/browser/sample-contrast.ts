import type { Locator } from 'playwright-core'
import { PNG } from 'pngjs'

/** Contrast between the darkest and the lightest pixel of what an element shows, from 1 to 21: 1 if nothing of it can be seen. */
export async function sampleContrast(element: Locator): Promise<number> {
  const { data } = PNG.sync.read(await element.screenshot({ animations: 'disabled' }))
  let [darkest, lightest] = [1, 0]
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [...data.subarray(at, at + 3)].map(toLight)
    const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    darkest = Math.min(darkest, light)
    lightest = Math.max(lightest, light)
  }
  return (lightest + 0.05) / (darkest + 0.05)
}

function toLight(channel: number): number {
  const part = channel / 255
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
