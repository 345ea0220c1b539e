import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pixelmatch from 'pixelmatch'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { expect } from 'vitest'

const isRenewal = process.env['HEDGEROW_RENEW'] !== undefined

// Of all pixels; edges of letters differ from machine to machine.
const TOLERANCE = 0.02

/** Compares what a page shows with a picture, and closes it. After a change that is meant: `npm run looks`, and look at the picture. */
export async function comparePicture(page: Page, file: string): Promise<void> {
  const shot = await shoot(page)
  await page.context().close()
  compareShot(shot, file)
}

/** A picture of what a page shows. */
export function shoot(page: Page): Promise<Buffer> {
  return page.screenshot({ animations: 'disabled', caret: 'hide' })
}

/** Compares a picture with the one in a file. */
export function compareShot(shot: Buffer, file: string): void {
  if (isRenewal) {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, shot)
  }
  expect(existsSync(file), `${file} is missing: npm run looks`).toBe(true)
  const [seen, known] = [PNG.sync.read(shot), PNG.sync.read(readFileSync(file))]
  const { width, height } = known
  expect({ width: seen.width, height: seen.height }).toEqual({ width, height })
  const different = pixelmatch(seen.data, known.data, undefined, width, height, { threshold: 0.2 })
  expect(different / (width * height), `${path.basename(file)} looks different`).toBeLessThan(TOLERANCE)
}
