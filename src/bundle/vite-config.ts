import type { BuildOptions, InlineConfig } from 'vite'

/** File names with a hash of the content, so that browsers can cache a file permanently. */
export const bundleNames = { assetFileNames: '[name]-[hash][extname]', entryFileNames: '[name]-[hash].js' }

export type ClientConfig = InlineConfig & { readonly build: BuildOptions & { readonly outDir: string } }

/** The configuration of both bundling steps. Nothing is fetched, and no configuration of a user is read. */
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
      // Warnings about slow bundling are no use to the author of a deck.
      rolldownOptions: { output: bundleNames, checks: { bundlerTimings: false } },
    },
  }
}
