import { readFileSync } from 'node:fs'
import path from 'node:path'
import { generate, parse, walk } from 'css-tree'
import type { Canvas } from '../core/model.ts'
import { isDark } from '../core/shared/background.ts'
import { criticalCss, LAYERS } from './critical-css.ts'
import { families, fontFaces } from './fonts.ts'
import { hedgedocLook } from './hedgedoc-look.ts'
import { pageCss } from './page-css.ts'
import { engineCss, formulaCss, revealThemeCss, revealThemes, schemeCss } from './reveal-css.ts'
import { themeFolders } from './theme-folders.ts'

/** A style sheet before it is bundled. */
export interface SheetSource {
  readonly css: string
  /** The part that is in the page itself. */
  readonly critical: string
  /** Whether the file starts with the foundation. */
  readonly onFoundation: boolean
  /** SVG of a brand. */
  readonly icon?: string | undefined
  /** For which a brand composes slides. */
  readonly canvas?: Canvas | undefined
}

// Colours that only one theme of reveal.js has. Chosen for its background, they are illegible on that of a brand.
const PLAIN_WORDS = `.reveal{${['bold', 'italic', 'inline-code', 'list-bullet'].map((name) => `--r-${name}-color:currentcolor`).join(';')}}`

// What brands with a canvas have in common, before their own tokens and rules; as a theme, they do not compose slides.
const TYPE = ['brand-slides.css', 'deck-line.css']
const CANVAS = ['composed.css', 'composed-pictures.css']
// The first paint of a phone needs no more than the text.
const PHONE = ['composed-phone.css']

/** The start of every theme's sheet: the order of the layers, reveal.js, and our layout. */
export const FOUNDATION = 'foundation'

/**
 * All style sheets by name: the foundation, a `theme-` for each theme, a `look-` for each of reveal.js, a `brand-` for each folder of themes,
 * and a `page-` for its pages without slides, a `font-` for each family, formulas, and the site's own pages.
 */
export function styleSheets(source: string, themeRoots: readonly string[]): Map<string, SheetSource> {
  const styles = path.join(source, 'styles')
  const read = (file: string) => readFileSync(path.join(styles, file), 'utf8')
  // The sheets that several pages share say where they apply by `:scope`.
  const scoped = (file: string, scope: string) => read(file).replaceAll(':scope', scope)
  const layout = `@layer base{${scoped('hidden.css', '.reveal > .deck-title,.announcer')}${read('layout.css')}}`
  const forced = read('forced-colours.css')
  const around = `@layer base{${read('dialog.css')}${read('viewer.css')}${read('films.css')}${forced}${read('browser-print.css')}}`
  // After the themes of reveal.js, which would remove the underlines of links again.
  // A deck may put its code on another background than its theme.
  const base = scoped('tokens.css', '.reveal,main.reveal.has-light-code') + scoped('content.css', '.reveal .slides') + read('base.css')
  const schemes = { dark: schemeCss(path.join(styles, 'dark.css')), light: schemeCss(path.join(styles, 'light.css')) }
  const firstPaint = { layout: criticalCss(layout), base: criticalCss(`@layer theme{${base}}`) }
  // Before the theme's own rules, which may be about the other scheme too.
  const withOther = (below: string, own: string) => schemes[otherScheme(below + own)] + own
  const codeOf = (css: string) =>
    scoped('tokens-dark.css', otherScheme(css) === 'light' ? '.reveal,main.reveal.has-dark-code' : 'main.reveal.has-dark-code')
  const theme = (css: string, own: string): SheetSource => ({
    css: `${fontFaces(css + own)}@layer theme{${css}${base}${codeOf(css + own)}${withOther(css, own)}}`,
    critical:
      LAYERS +
      firstPaint.layout +
      criticalCss(`${fontFaces(css + own)}@layer theme{${css}}`) +
      firstPaint.base +
      criticalCss(`@layer theme{${codeOf(css + own)}${withOther(css, own)}}`),
    onFoundation: true,
  })
  // The theme below a brand may have the other kind of background.
  const codeOn = (css: string) => {
    const isDark = otherScheme(css) === 'light'
    const light = isDark ? 'main.reveal.has-light-code' : '.reveal,main.reveal.has-light-code'
    return scoped('tokens.css', light) + codeOf(css)
  }
  const plain = (css: string): SheetSource => ({ css, critical: '', onFoundation: false })

  const sheets = new Map<string, SheetSource>()
  sheets.set(FOUNDATION, plain(`${LAYERS}@layer reveal{${engineCss()}}${layout}${around}`))
  const common = read('hedgedoc.css')
  for (const name of revealThemes) {
    sheets.set(`theme-${name}`, theme(revealThemeCss(name), ''))
    const look = hedgedocLook(name, common)
    sheets.set(`look-${name}`, { css: look, critical: criticalCss(look), onFoundation: false })
  }
  for (const family of families) sheets.set(`font-${family.toLowerCase().replaceAll(' ', '-')}`, plain(fontFaces(family)))
  const shared = (files: readonly string[]) => files.map((file) => schemeCss(path.join(styles, file))).join('')
  const [type, canvas, phone] = [shared(TYPE), shared(CANVAS), shared(PHONE)]
  // The first paint knows only the window. Later, all that is presented is composed, on an upright phone too, where the rest is a document.
  const presented = canvas.replace(/@media[^{]+/g, '@media all').replaceAll('.reveal.composed', '.reveal.composed:where(.ready)')
  for (const folder of themeRoots.flatMap(themeFolders)) {
    const below = revealThemeCss(folder.extends)
    const isComposed = folder.canvas !== undefined
    sheets.set(`theme-${folder.name}`, theme(below, isComposed ? type + folder.css : folder.css))
    const brand = (slides: string) => {
      const own = isComposed ? type + slides + folder.css : folder.css
      return `${fontFaces(own)}@layer brand{${withOther(below, own)}}`
    }
    const code = codeOn(below + (isComposed ? type : '') + folder.css)
    sheets.set(`brand-${folder.name}`, {
      css: `${LAYERS}@layer brand{${PLAIN_WORDS}${code}}${brand(presented)}${isComposed ? `@layer brand{${phone}}` : ''}`,
      critical: criticalCss(brand(canvas), isComposed ? 'composed' : 'plain'),
      onFoundation: false,
      icon: folder.icon,
      canvas: folder.canvas,
    })
    const page = pageCss(folder.css)
    sheets.set(`page-${folder.name}`, plain(`${LAYERS}${fontFaces(page)}@layer brand{${page}}`))
  }
  sheets.set('math', plain(formulaCss()))
  sheets.set('site', plain(scoped('brand.css', '.site') + read('frame.css') + read('site.css') + read('index.css') + forced))
  // No theme changes these colours in the reading view, so it gets their values.
  const value = (_: string, token: string) => new RegExp(`${token}: (.*);`).exec(base)?.[1] ?? ''
  const content = scoped('tokens.css', '.hr-slide') + scoped('content.css', '.hr-slide').replace(/var\((--(?:alert|deck)-[\w-]+)\)/g, value)
  sheets.set(
    'reading',
    plain(
      scoped('brand.css', '.reading') +
        scoped('hidden.css', '.hr-hidden') +
        read('frame.css') +
        read('reading.css') +
        content +
        read('reading-content.css') +
        forced,
    ),
  )
  sheets.set('hits', plain(read('hits.css')))
  sheets.set('topics', plain(read('topics.css')))
  sheets.set(
    'speaker',
    plain(
      scoped('hidden.css', '.speaker > h1,.announcer') +
        read('dialog.css') +
        read('speaker.css') +
        read('help.css') +
        read('jump.css') +
        forced,
    ),
  )
  return sheets
}

/** The colour scheme that a theme does not have by default: `dark` for a theme with a light background, and vice versa. */
export function otherScheme(css: string): 'dark' | 'light' {
  const tokens = new Map<string, string>()
  walk(parse(css, { parseCustomProperty: false }), (node) => {
    if (node.type !== 'Rule' || generate(node.prelude).includes('data-scheme')) return
    node.block.children.forEach((child) => {
      if (child.type === 'Declaration' && child.property.startsWith('--')) tokens.set(child.property, generate(child.value).trim())
    })
  })
  let background = tokens.get('--r-background-color') ?? ''
  // One level is enough for themes that set the background with one of their own tokens.
  const name = /^var\((--[\w-]+)/.exec(background)?.[1]
  if (name !== undefined) background = tokens.get(name) ?? ''
  return isDark(background) ? 'light' : 'dark'
}
