import { offlineAddress } from './answer-from.ts'
import type { ChromiumPage } from './open-page.ts'

/** Opens the page of a deck of the site that `answerFrom` answers for, and waits until its slides are laid out. */
export async function openDeck(page: ChromiumPage, file: string, query = ''): Promise<void> {
  await page.open(`${offlineAddress(file)}${query}`)
  await page.waitFor('.reveal[data-fitted]')
}
