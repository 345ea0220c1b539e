import type { AttachedPassage, Slide } from '../../model.ts'
import { type Dialect, type ForeignBody, foldersAround, optionsSet } from '../dialect.ts'
import { type FoundComment, notesFrom, replaceComments, slideComment, styleClassOf } from '../foreign-blocks.ts'
import { type SlidevSlide, splitSlides } from './slidev-slides.ts'
import { translateVue } from './slidev-tags.ts'

const LAYOUTS: ReadonlySet<unknown> = new Set(
  'cover center two-cols two-cols-header image image-left image-right intro section end fact full quote statement iframe iframe-left iframe-right none default'.split(
    ' ',
  ),
)
const CENTRED: ReadonlySet<unknown> = new Set(['center', 'cover', 'section', 'end', 'fact', 'statement', 'quote'])
// Options that no other tool has.
const OWN = [
  'drawings',
  'mdc',
  'routerMode',
  'colorSchema',
  'canvasWidth',
  'exportFilename',
  'monaco',
  'twoslash',
  'presenter',
  'highlighter',
  'hideInToc',
  'themeConfig',
  'wakeLock',
  'record',
]
const THEME = /^(?:@slidev\/theme-|slidev-theme-|seriph$|apple-basic$|shibainu$|bricks$)/
const KEPT = ['title', 'author', 'lang', 'description']
/** Slidev: front matter for each slide, layouts, slots, clicks; the last comment of a slide is its notes. */
export const slidev: Dialect = {
  name: 'Slidev',
  recognises: ({ data, body }) => {
    if (!/^---/m.test(body.slice(3))) return false
    const isOwn =
      OWN.some((name) => data.has(name)) || (LAYOUTS.has(data.get('layout')) && data.get('layout') !== 'default' && data.has('theme'))
    const layout = /^---[ \t]*\n(?:[\w-]+:.*\n){0,9}?layout:[ \t]*["']?([\w-]+)["']?[ \t]*\n/m.exec(body)?.[1]
    const hasPages = /^---[ \t]*\n(?:[\w-]+:.*\n){0,9}?src:[ \t]*["']?[^\s"']+\.md["']?[ \t]*\n/m.test(body)
    return (data.size > 0 && isOwn) || hasPages || THEME.test(String(data.get('theme'))) || (layout !== undefined && LAYOUTS.has(layout))
  },
  options: (data) => {
    const kept = KEPT.flatMap((name) => (typeof data.get(name) === 'string' ? [[name, data.get(name)] as const] : []))
    const theme = data.get('theme')
    const transition =
      typeof data.get('transition') === 'string' ? String(data.get('transition')).replace(/^(slide|fade)-.*$/, '$1') : undefined
    const width = typeof data.get('canvasWidth') === 'number' ? Number(data.get('canvasWidth')) : 980
    const reveal = new Map<string, unknown>([
      ['theme', theme === 'dracula' ? 'dracula' : data.get('colorSchema') === 'dark' ? 'black' : 'white'],
      ['center', false],
      ['slideNumber', false],
      ['width', width],
      ['height', Math.round(width / ratioOf(data.get('aspectRatio')))],
      ['margin', 0],
      ...(['slide', 'fade', 'none'].includes(transition ?? '') ? [['transition', transition] as const] : []),
    ])
    return new Map<string, unknown>([...kept, ['slideOptions', reveal]])
  },
  unsupported: (data) => [
    ...(['default', 'seriph', 'apple-basic', 'dracula', 'none', undefined].includes(data.get('theme') as string | undefined)
      ? []
      : [`the theme "${String(data.get('theme'))}"`]),
    ...optionsSet(data, ['addons', 'fonts', 'defaults']),
  ],
  works:
    'slides, also of other files (src), their layout, class, background, image and hide, ::right::, <v-click>, <v-clicks>, notes, and steps of code',
  // Its root is the folder with the deck, of which pages may be in a subfolder.
  folders: (path) => [...foldersAround(path).flatMap((folder) => [`${folder}/public`, folder]), 'public'],
  slides: (body) => splitSlides(body).map((slide, index) => [translateSlide(slide, body, index === 0 ? 'cover' : undefined)]),
}

// `4/3`, `16:9` or a number.
function ratioOf(written: unknown): number {
  const [, width, height] = /^\s*(\d{1,3}(?:\.\d{1,3})?)(?:\s*[/:]\s*(\d{1,3}))?\s*$/.exec(String(written)) ?? []
  const ratio = width === undefined ? Number.NaN : Number(width) / Number(height ?? 1)
  return ratio > 0.2 && ratio < 5 ? ratio : 16 / 9
}

function translateSlide(slide: SlidevSlide, { leaveOut }: ForeignBody, usualLayout: string | undefined): Slide {
  const { lines, data, dataLine, firstLine, isCode } = slide
  const text = (name: string) => (typeof data.get(name) === 'string' ? String(data.get(name)) : undefined)
  const layout = text('layout') ?? usualLayout
  const picture = text('image') ?? text('background')
  const isBeside = layout === 'image-right' || layout === 'image-left'
  if (text('src') !== undefined) leaveOut(`the slides of "${text('src')}"`)
  if (layout?.startsWith('iframe')) leaveOut(`the layout "${layout}"`)
  if (layout !== undefined && !LAYOUTS.has(layout)) leaveOut(`the layout "${layout}"`)
  fillFormulas(slide)
  const last = lastComment(slide)
  const styleClass = styleClassOf(slide)
  translateVue(slide, leaveOut)
  for (const [index, line] of lines.entries()) {
    if (isCode(index)) continue
    if (/^<<<\s/.test(line)) leaveOut('code of other files ("<<<")')
    // Style blocks of Slidev are those of their slide.
    lines[index] = /^<<<\s/.test(line)
      ? ''
      : translateClicks(line.replace(/^\$\$\s*\{[^{}]*\}\s*$/, '$$$$').replace(/<style\b[^<>]*>/i, '<style scoped>'))
  }
  const isAddress = picture !== undefined && /[./]/.test(picture)
  const { before, after } = isBeside && isAddress ? beside(picture, layout) : translateSlots(slide, layout)
  const comment = slideComment({
    class: [
      'hedgerow-slidev',
      text('class'),
      layout === 'cover' ? 'cover' : undefined,
      CENTRED.has(layout) ? 'center' : undefined,
      styleClass,
    ]
      .filter(Boolean)
      .join(' '),
    style: (CENTRED.has(layout) && layout !== 'cover') || /\btext-center\b/.test(text('class') ?? '') ? undefined : 'text-align: left',
    'data-background-image': isAddress && !isBeside ? picture : undefined,
    'data-background': isAddress ? undefined : picture,
    'data-visibility': data.get('hide') === true || data.get('disabled') === true ? 'hidden' : undefined,
  })
  const attached: AttachedPassage[] = comment === '' ? [] : [{ markdown: comment, line: dataLine, position: 'before' }]
  const shift = before === '' ? 0 : before.split('\n').length - 1
  return { markdown: before + lines.join('\n') + after, line: firstLine - shift, styleClass, notes: notesFrom(last, firstLine), attached }
}

// Formulas may contain empty lines, which would end them.
function fillFormulas({ lines, isCode }: SlidevSlide): void {
  let open = -1
  for (const [index, line] of lines.entries()) {
    if (isCode(index) || !/^\$\$(?:\s*\{[^{}]*\})?\s*$/.test(line)) continue
    for (let inside = open + 1; open !== -1 && inside < index; inside += 1) if ((lines[inside] ?? '').trim() === '') lines[inside] = '%'
    open = open === -1 ? index : -1
  }
}

// Notes are the comment at the end of a slide.
function lastComment(slide: SlidevSlide): readonly FoundComment[] {
  const found: FoundComment[] = []
  const all = { ...slide, lines: [...slide.lines] }
  replaceComments(all, (comment) => {
    found.push(comment)
    return undefined
  })
  const last = found.at(-1)
  if (!last || slide.lines.slice(last.to + 1).some((line) => line.trim() !== '')) return []
  if (/^\s*\.(?:element|slide)/.test(last.text)) return []
  replaceComments(slide, ({ from }) => (from === last.from ? '' : undefined))
  return [last]
}

function translateClicks(line: string): string {
  if (!line.includes('<')) return line
  if (/^\s*<v-clicks\b[^<>]*>\s*$/.test(line)) return ':::steps'
  if (/^\s*<\/v-clicks>\s*$/.test(line)) return ':::'
  if (/^\s*<(?:v-click|v-after)\b[^<>]*>\s*$/.test(line)) return '<div class="fragment">'
  if (/^\s*<\/(?:v-click|v-after)>\s*$/.test(line)) return '</div>'
  return line.replace(/<(?:v-click|v-after)\b[^<>]*>/g, '<span class="fragment">').replace(/<\/(?:v-click|v-after)>/g, '</span>')
}

// The picture of `image-left` and `image-right`, in a column of its own.
function beside(picture: string, layout: string): { before: string; after: string } {
  const image = `![](<${picture.replace(/[<>\n]/g, '')}>)`
  return layout === 'image-left'
    ? { before: `:::columns\n${image}\n\n+++\n\n`, after: '\n\n:::' }
    : { before: ':::columns\n', after: `\n\n+++\n\n${image}\n\n:::` }
}

// `::right::` and other slots of layouts with two columns. The lines of the slide stay where they are.
function translateSlots({ lines, isCode }: SlidevSlide, layout: string | undefined): { before: string; after: string } {
  const slots = lines.flatMap((line, index) => {
    const name = isCode(index) ? undefined : /^::\s*([\w-]+)\s*::\s*$/.exec(line)?.[1]
    return name === undefined ? [] : [{ name, index }]
  })
  const hasHeader = layout === 'two-cols-header'
  let isOpen = !hasHeader && layout === 'two-cols' && slots.some(({ name }) => name === 'right')
  const before = isOpen ? ':::columns\n' : ''
  for (const { name, index } of slots) {
    if (name === 'right' && isOpen) lines[index] = '+++'
    else if (name === 'left' && hasHeader) [lines[index], isOpen] = [':::columns', true]
    else [lines[index], isOpen] = [isOpen && name !== 'default' ? ':::' : '', isOpen && name === 'default']
  }
  return { before, after: isOpen ? '\n:::' : '' }
}
