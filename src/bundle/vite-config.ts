import type { BuildOptions, InlineConfig } from 'vite'

/** Names that change with the content, so that browsers may keep a file for ever. */
export const bundleNames = { assetFileNames: '[name]-[hash][extname]', entryFileNames: '[name]-[hash].js' }

export type ClientConfig = InlineConfig & { readonly build: BuildOptions & { readonly outDir: string } }

/** What both bundling steps share. Nothing is fetched, nothing of a user's configuration is read. */
export function clientConfig(root: string, outDir: string): ClientConfig {
  return {
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      cssTarget: ['chrome125', 'firefox128', 'safari17.4'],
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      modulePreload: false,
      // A busy machine is no news to the author of a deck.
      rolldownOptions: { output: bundleNames, checks: { bundlerTimings: false } },
    },
  }
}
