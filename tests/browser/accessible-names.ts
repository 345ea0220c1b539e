import type { Page } from 'playwright-core'

/** Names of all elements of a role, as Chromium tells them to a screen reader. */
export async function accessibleNames(page: Page, role: string): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  await client.detach()
  return nodes.flatMap((node) => (!node.ignored && node.role?.value === role ? [String(node.name?.value ?? '')] : []))
}
