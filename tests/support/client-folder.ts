import { fileURLToPath } from 'node:url'

/** The bundled browser code, which `npm run compile` makes. */
export const clientFolder = fileURLToPath(new URL('../../lib/client', import.meta.url))
