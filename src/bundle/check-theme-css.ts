import path from 'node:path'
import { type CssNode, type FunctionNode, generate, parse, walk } from 'css-tree'
import { FileRefused, findThemeFile, ThemeFault } from './theme-files.ts'
import { onDeck } from './reveal-css.ts'

const LARGEST_FILE = 20_000_000

// At-rules that load no file.
const AT_RULES = new Set(
  (
    'media supports font-face keyframes -webkit-keyframes layer container property page counter-style font-feature-values ' +
    'font-palette-values starting-style scope'
  ).split(' '),
)
const IMAGE_SETS = new Set(['image-set', '-webkit-image-set'])
// Other functions that load files, which Vite does not handle.
const OTHER_LOADS = new Set(['src', 'image', 'element', 'paint'])

/**
 * The style sheet of a theme, with its files as absolute paths for Vite. Each file must be a plain file in the theme's folder; otherwise
 * throws `ThemeFault` with the line.
 */
export function checkThemeCss(folder: string, css: string): string {
  const file = path.join(folder, 'theme.css')
  const fail = (node: CssNode, text: string): never => {
    throw new ThemeFault(`${file}:${node.loc?.start.line ?? 1}: ${text}`)
  }
  const sheet = parse(css, { positions: true, parseCustomProperty: true })
  walk(sheet, (node) => {
    if (node.type === 'Atrule' && !AT_RULES.has(node.name.toLowerCase()))
      fail(node, `@${node.name} is not allowed in a theme; write the rules into this file`)
    if (node.type === 'Url') node.value = addressOf(node.value, folder, (text) => fail(node, text))
    if (node.type === 'Function') checkFunction(node, fail)
    // Text that css-tree cannot parse could refer to a file in a way that Vite understands.
    if (node.type === 'Raw' && /url|image|src|import|\\/i.test(node.value))
      fail(node, `"${node.value.trim().slice(0, 80)}" cannot be understood`)
  })
  return onDeck(generate(sheet))
}

function checkFunction(node: FunctionNode, fail: (node: CssNode, text: string) => never): void {
  const name = node.name.toLowerCase()
  if (name.includes('\\') || name === 'url') fail(node, `${node.name}() is not understood; write url(file)`)
  if (OTHER_LOADS.has(name)) fail(node, `${node.name}() is not allowed in a theme; write url(file)`)
  if (!IMAGE_SETS.has(name)) return
  // A string in an image set is an address, except inside `type()`.
  node.children.forEach((child, item, list) => {
    if (child.type === 'String') list.replace(item, list.createItem({ type: 'Url', value: child.value, loc: child.loc }))
  })
}

function addressOf(written: string, folder: string, fail: (text: string) => never): string {
  if (/^(data:|#)/i.test(written)) return written
  if (/^([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(written)) fail(`${written} is on another server; put the file in the theme folder`)
  // The fragment is for the browser; a query would be an instruction to Vite.
  const [, name = '', fragment = ''] = /^([^#?]*)(?:\?[^#]*)?(#.*)?$/s.exec(written) ?? []
  if (name === '' || /^[\\/]/.test(name)) fail(`"${written}" is not a file in the folder of the theme`)
  const wanted = path.resolve(folder, name)
  try {
    // Vite decodes the path.
    return encodeURI(findThemeFile(folder, wanted, LARGEST_FILE)) + fragment
  } catch (cause) {
    if (cause instanceof FileRefused) fail(`${written} ${cause.message}; put it into the folder of the theme`)
    throw cause
  }
}
