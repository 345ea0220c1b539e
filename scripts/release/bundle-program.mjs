import path from 'node:path'
import { rolldown } from 'rolldown'

// The files that are started by their path.
const ENTRIES = [
  'cli/main',
  'ci/preview',
  'ci/publish',
  'node/compose/worker',
  'node/diagrams/graphviz-worker',
  'node/pictures/encode-pictures',
]

/**
 * The compiled modules of a folder in few files: texts by file name. A command and each of its threads would otherwise load hundreds. Other packages
 * stay outside, so that their versions and licences are those of the bill of materials.
 */
export async function bundleProgram(folder) {
  const lib = path.join(folder, 'lib')
  const bundle = await rolldown({
    input: Object.fromEntries(ENTRIES.map((name) => [name, path.join(lib, `${name}.js`)])),
    platform: 'node',
    external: (id) => !/^[./]/.test(id),
  })
  const { output } = await bundle.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    // As deep in the package as the modules that find its other files from their own address.
    chunkFileNames: 'node/program/[name]-[hash].js',
  })
  await bundle.close()
  return new Map(output.map(({ fileName, code }) => [`lib/${fileName}`, code]))
}
