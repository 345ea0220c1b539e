import { ident } from 'css-tree/dist/csstree.esm'
import type { CssNode, Declaration, List } from 'css-tree'

// A page has one list of keyframes: the names of a deck's begin with this, and no others do.
const PREFIX = 'deck-'
// Words that name no keyframes: in `animation-name`, and besides these in `animation`.
const EVERYWHERE = 'none initial inherit unset revert revert-layer'
const IN_SHORTHAND =
  'linear ease ease-in ease-out ease-in-out step-start step-end infinite normal reverse alternate alternate-reverse ' +
  'forwards backwards both running paused'
const NO_NAMES = new Map([
  ['animation-name', new Set(EVERYWHERE.split(' '))],
  ['animation', new Set(`${EVERYWHERE} ${IN_SHORTHAND}`.split(' '))],
])

/** Gives the keyframes that an at-rule defines a name of the deck; false where it names none. */
export function renameKeyframes(prelude: CssNode | null): boolean {
  if (prelude?.type !== 'AtrulePrelude' || prelude.children.size !== 1) return false
  renameIn(prelude.children, new Set())
  return prelude.children.first?.type === 'Identifier'
}

/** Makes a declaration mean the keyframes of the deck. */
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
