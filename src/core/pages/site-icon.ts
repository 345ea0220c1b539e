import type { SiteOptions } from '../config/site-options.ts'
import type { ClientBundle, Urls } from '../model.ts'

/** The file of the client folder that is the icon of pages; `undefined` for a site with an icon of its own. */
export function clientIcon({ icon, brand }: SiteOptions, client: ClientBundle): string | undefined {
  return icon === undefined ? (client.brands[brand]?.icon ?? client.icon) : undefined
}

/** The address of the icon of pages: that of the site, else of its brand, else ours. */
export function iconAddress(options: SiteOptions, client: ClientBundle, urls: Urls): string {
  const file = clientIcon(options, client)
  return file === undefined ? urls.asset(options.icon ?? '') : urls.client(file)
}
