import { ident, parse as parseCss, walk } from 'css-tree'
import { parse } from 'parse5'

const FORBIDDEN =
  /^(script|style|link|meta|base|title|object|embed|form|button|textarea|select|template|noscript|frame|frameset|applet|portal|foreignobject|animate|set)$/i
const RUNS = /^(on.*|srcdoc|formaction|action|ping)$/i
// The client shows a picture of another server as a link before anything reads this of an <img>.
const LOADS = /^(src|srcset|poster|background|data|data-src)$/
// Of a slide alone.
const BACKGROUNDS = /^data-background(-image|-video|-iframe)?$/
const AT_RULES = /^(media|supports|keyframes|-webkit-keyframes)$/
const HERE = 'https://here.invalid/x/y/'

const isElement = (node) => 'tagName' in node
const attributeOf = (element, name) => element.attrs.find((attribute) => attribute.name === name)?.value
const childrenOf = (element) => element.childNodes.filter(isElement)
const named = (element, name) => childrenOf(element).find(({ tagName }) => tagName === name)
const textOf = (element) => element.childNodes.map(({ value }) => value ?? '').join('')

/** The texts of the scripts of a page. */
export function scriptsOf(page) {
  return below(parse(page)).flatMap((element) => (element.tagName === 'script' ? [textOf(element)] : []))
}

/** What a page holds that it may not; `scripts` are the texts of ours. */
export function pageFaults(page, scripts) {
  const root = named(parse(page), 'html')
  const [head, body] = [named(root, 'head'), named(root, 'body')]
  const main = named(body, 'main')
  const slides = main && named(main, 'div')
  if (!slides || attributeOf(slides, 'class') !== 'slides') return ['there are no slides']
  const outside = [head, body, ...childrenOf(head), ...childrenOf(body)]
  return [
    ...misplaced(head, /^(meta|link|title|style|script)$/),
    ...misplaced(body, /^(main|link|script)$/),
    ...misplaced(main, /^div$/),
    ...misplaced(slides, /^section$/),
    ...(childrenOf(main).length === 1 ? [] : ['something left the slides']),
    ...(childrenOf(head).filter(({ attrs }) => attrs.some(({ name }) => name === 'http-equiv')).length === 1 ? [] : ['no policy, or two']),
    ...outside.flatMap(faultsOfAttributes),
    ...outside.flatMap((element) => (element.tagName === 'script' && !scripts.has(textOf(element)) ? ['a script that is not ours'] : [])),
    ...childrenOf(head).flatMap((element) => (element.tagName === 'style' ? sheetFaults(textOf(element)) : [])),
    ...below(slides).flatMap((element) => [...faultsOfElement(element), ...faultsOfAttributes(element)]),
  ]
}

function below(root) {
  const found = []
  const open = [...root.childNodes]
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue
    found.push(node)
    open.push(...node.childNodes)
  }
  return found
}

function misplaced(parent, allowed) {
  return parent.childNodes.flatMap((node) => {
    if (isElement(node)) return allowed.test(node.tagName) ? [] : [`<${node.tagName}> in <${parent.tagName}>`]
    return node.value === undefined || node.value.trim() === '' ? [] : [`text in <${parent.tagName}>`]
  })
}

function faultsOfElement(element) {
  const { tagName, namespaceURI } = element
  if (tagName === 'iframe') return attributeOf(element, 'src') === undefined ? [] : ['<iframe src>']
  if (tagName === 'input') return attributeOf(element, 'type') === 'checkbox' ? [] : ['<input>']
  // The style sheets of drawings are their own.
  if (tagName === 'style' && namespaceURI.endsWith('svg')) return valueFaults('style sheet', textOf(element))
  return FORBIDDEN.test(tagName) ? [`<${tagName}>`] : []
}

function faultsOfAttributes(element) {
  const { tagName, attrs } = element
  return attrs.flatMap(({ name, prefix, value }) => {
    const what = `${tagName} ${name}`
    if (RUNS.test(name)) return [what]
    if (name === 'style') return tagName === 'main' ? [] : valueFaults(what, value)
    const links = /^(href|src|cite|data-frame|data-src|poster|data)$/.test(name)
    const isLoaded = LOADS.test(name) || (BACKGROUNDS.test(name) && tagName === 'section')
    const address = links || isLoaded ? addressOf(value) : undefined
    if (!address) return []
    if (/^(javascript|vbscript|blob|file):$/.test(address.protocol)) return [`${what}=${value.slice(0, 60)}`]
    const loads = isLoaded ? tagName !== 'img' || name !== 'data-src' : /^(link|image|use)$/.test(tagName) || prefix === 'xlink'
    const isPicture = /^data:(image\/(png|jpeg|gif|webp|avif);base64)?,/.test(address.href)
    return loads && address.origin !== new URL(HERE).origin && !isPicture ? [`${what}=${value.slice(0, 60)}`] : []
  })
}

function addressOf(value) {
  try {
    return new URL(value, HERE)
  } catch {
    return undefined
  }
}

function valueFaults(what, css) {
  const text = css.replace(/"[^"]*"|'[^']*'/g, '""')
  const letters = text.replace(/\\0*([46-7][0-9a-f])\s?/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
  return /url\((?!\s*("|#))|image-set\(|position:\s*(fixed|sticky)|@import|expression\(/i.test(letters)
    ? [`${what}: ${css.slice(0, 60)}`]
    : []
}

// The style sheet of a deck stands in one layer, whole.
function sheetFaults(css) {
  if (!css.startsWith('@layer deck{')) return []
  const found = []
  // css-tree looks at one token too many, which is that of an earlier text.
  parseCss(';'.repeat(css.length + 1), { context: 'declarationList' })
  const tree = parseCss(css)
  if (tree.children.size !== 1) found.push('the style sheet leaves its layer')
  walk(tree, (node) => {
    if (node.type === 'Atrule' && node.name !== 'layer' && !AT_RULES.test(ident.decode(node.name))) found.push(`@${node.name}`)
    if (node.type === 'Url' && !node.value.startsWith('#')) found.push(`url(${node.value})`)
  })
  return found
}
