import path from 'node:path'
import { findChromium } from '../node/chromium/find-chromium.ts'
import { fileState } from '../node/files/file-state.ts'
import { MANIFEST } from '../node/package/client-bundle.ts'
import { clientFolder } from '../node/package/package-paths.ts'
import { openSiteMemory, type SiteMemory } from '../node/site/site-memory.ts'
import type { BuiltFacts } from './built-facts.ts'
import { cacheFolder } from './cache-folder.ts'
import type { WantedSite } from './make-site.ts'

/** What was said of a site when it was built with the same options, if it is there. */
export function rememberedSite({ folder, out, ...options }: WantedSite): SiteMemory<BuiltFacts> {
  const chromium = findChromium(process.env)
  // The bundle may be made anew without the code of the program, which is part of the options.
  const bundle = fileState(path.join(clientFolder, MANIFEST)).id
  const told = [JSON.stringify(options), bundle, ...(chromium === undefined ? [] : [chromium, fileState(chromium).id])]
  return openSiteMemory({ cache: cacheFolder('sites'), root: folder, out, told })
}
