import type { ClientBundle } from '../core/model.ts'
import { clientFolder, readClient } from '../node/read-client.ts'

/** The browser code and themes for a site, bundled first where that has not been done. */
export async function clientFor(_folder: string): Promise<{ client: ClientBundle; clientFolder: string }> {
  const client = readClient(clientFolder)
  if (client) return { client, clientFolder }
  throw new Error('the browser code has not been bundled; run npm run compile')
}
