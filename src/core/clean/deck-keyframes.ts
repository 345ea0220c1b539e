import { ident } from 'css-tree/dist/csstree.esm'
import type { CssNode, Declaration, List } from 'css-tree'

// Keyframes are global in a page: only those of a deck have this prefix.
const PREFIX = 'deck-'
// Keywords that are not names of keyframes, in `animation-name` and in `animation`.
const EVERYWHERE = 'none initial inherit unset revert revert-layer'
const IN_SHORTHAND =
  'linear ease ease-in ease-out ease-in-out step-start step-end infinite normal reverse alternate alternate-reverse ' +
  'forwards backwards both running paused'
const NO_NAMES = new Map([
  ['animation-name', new Set(EVERYWHERE.split(' '))],
  ['animation', new Set(`${EVERYWHERE} ${IN_SHORTHAND}`.split(' '))],
])

/** Adds the prefix to the name of keyframes in an at-rule; false if it has no single name. */
export function renameKeyframes(prelude: CssNode | null): boolean {
  if (prelude?.type !== 'AtrulePrelude' || prelude.children.size !== 1) return false
  renameIn(prelude.children, new Set())
  return prelude.children.first?.type === 'Identifier'
}

/** Adds the prefix to the keyframes that a declaration refers to. */
export function renameAnimation({ property, value }: Declaration): void {
  const noNames = NO_NAMES.get(
    ident
      .decode(property)
      .toLowerCase()
      .replace(/^-[a-z]+-/, ''),
  )
  if (noNames && value.type === 'Value') renameIn(value.children, noNames)
}

function renameIn(children: List<CssNode>, noNames: ReadonlySet<string>): void {
  children.forEach((node, item) => {
    const name = nameOf(node)
    if (name === undefined || (node.type === 'Identifier' && noNames.has(name.toLowerCase()))) return
    const own = name.startsWith(PREFIX) ? name : `${PREFIX}${name}`
    children.replace(item, children.createItem({ type: 'Identifier', name: ident.encode(own) }))
  })
}

function nameOf(node: CssNode): string | undefined {
  if (node.type === 'String') return node.value
  return node.type === 'Identifier' ? ident.decode(node.name) : undefined
}
