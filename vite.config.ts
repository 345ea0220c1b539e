import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { clientConfig } from './src/bundle/run-vite.ts'

// What `hedgerow` uses to bundle the browser code. Decks are never an input of vite: src/dev serves them in development.
const home = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig(clientConfig(home, fileURLToPath(new URL('lib/client', import.meta.url))))
