import { type CssNode, type Declaration, generate, ident, parse, type ParseOptions, type Rule, type Selector, walk } from 'css-tree'

const AT_RULES = ['media', 'supports', 'keyframes', '-webkit-keyframes']
const LOADS = /^(url|src|image|(-webkit-)?image-set|(-webkit-)?cross-fade|element|paint|attr|env|expression)$/
const POSITIONS = /^(static|relative|absolute|initial|inherit|unset|revert)$/
const INSIDE = ':where(.slides,.slides *)'

const nameOf = (text: string) => ident.decode(text).toLowerCase()

/** What a cleaned style sheet may not hold, as css-tree reads it; `scoped` where it belongs to a deck. */
export function sheetFaults(css: string, scoped = true): string[] {
  const left = /<[/!]/.test(css) ? ['it leaves its element'] : []
  return [...left, ...faultsOf(parseFresh(css, { parseCustomProperty: true }), scoped)]
}

/** The same for the declarations of an attribute. */
export function declarationFaults(css: string): string[] {
  return faultsOf(parseFresh(css, { context: 'declarationList', parseCustomProperty: true }), false)
}

// The parser looks at one token too many, which is that of an earlier text: this one leaves nothing there.
function parseFresh(css: string, options: ParseOptions): CssNode {
  parse(';'.repeat(css.length + 1), { context: 'declarationList' })
  return parse(css, options)
}

function faultsOf(tree: CssNode, scoped: boolean): string[] {
  const found: string[] = []
  walk(tree, function (node) {
    if (node.type === 'Atrule' && !AT_RULES.includes(nameOf(node.name))) found.push(`@${node.name}`)
    if (node.type === 'Atrule' && nameOf(node.name).endsWith('keyframes') && !(node.prelude && generate(node.prelude).startsWith('deck-')))
      found.push(`@${node.name} of the page`)
    // What a condition asks for is not done.
    if (node.type === 'Declaration' && this.atrulePrelude === null && !isHarmless(node)) found.push(generate(node))
    if (node.type !== 'Rule') return
    const nested = node.block.children.toArray().filter(({ type }) => type !== 'Declaration')
    found.push(...nested.map((child) => `nested ${generate(child)}`))
    const inKeyframes = this.atrule !== null && nameOf(this.atrule.name).endsWith('keyframes')
    const selectors = node.prelude.type === 'SelectorList' ? node.prelude.children.toArray() : [node.prelude]
    if (scoped && !inKeyframes)
      found.push(
        ...selectors
          .filter((selector) => !isConfined(selector) && !isBackground(selector, node))
          .map((selector) => `selector ${generate(selector)}`),
      )
  })
  return found
}

function isHarmless({ property, value }: Declaration): boolean {
  const name = nameOf(property)
  // A name that begins with an escape is another name.
  const text = generate(value).replace(/\\0\s/g, '_')
  if (name === 'position' && !POSITIONS.test(nameOf(text))) return false
  if (name.startsWith('--') && /(^|[\s,(:])(fixed|(-webkit-)?sticky)(?![\w-])/i.test(text)) return false
  let loads = false
  walk(value, (node) => {
    if (node.type === 'Url' && !node.value.startsWith('#')) loads = true
    if (node.type === 'Function' && LOADS.test(nameOf(node.name))) loads = true
    if (node.type === 'Raw' && /url|image|src|\\/i.test(node.value)) loads = true
  })
  return !loads
}

// What is behind all slides gets a background and nothing else.
function isBackground(selector: CssNode, { block }: Rule): boolean {
  const isBackground = (node: CssNode) =>
    node.type === 'Declaration' && (nameOf(node.property).startsWith('background') || generate(node) === 'visibility:visible')
  return generate(selector) === '.deck-background' && block.children.toArray().every(isBackground)
}

// The last compound decides what a selector selects.
function isConfined(selector: CssNode): boolean {
  if (selector.type !== 'Selector') return false
  const subject = lastCompound(selector)
  return subject === '.slides' || subject.includes(INSIDE)
}

function lastCompound({ children }: Selector): string {
  const parts = children.toArray()
  const start = parts.findLastIndex(({ type }) => type === 'Combinator')
  return parts
    .slice(start + 1)
    .map((part) => generate(part))
    .join('')
}
