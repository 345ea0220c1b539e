import { openDrawer } from '../node/diagrams/open-drawer.ts'
import type { Drawer } from '../node/diagrams/open-drawer.ts'
import { findChromium } from '../node/chromium/find-chromium.ts'
import { cacheFolder } from './cache-folder.ts'

/** What draws diagrams on this machine; whoever opens it closes it. */
export function drawerHere(): Drawer {
  return openDrawer({ chromium: findChromium(process.env), cache: cacheFolder('drawings') })
}
