import type { AttachedPassage, Slide } from '../../model.ts'
import { type Dialect, type ForeignBody, optionsSet } from '../dialect.ts'
import {
  cutAt,
  edgeText,
  findBlocks,
  type FoundComment,
  type ForeignSlide,
  notesFrom,
  replaceComments,
  slideComment,
  styleClassOf,
} from '../foreign-blocks.ts'
import { directive, type Directive, type Directives, GLOBAL, LOCAL, readDirectives } from './marp-directives.ts'
import { markSteps } from './marp-steps.ts'
import { translateImages } from './marp-images.ts'

const KEPT = ['title', 'lang', 'author', 'description', 'date', 'tags']
const BUILT_IN: ReadonlySet<unknown> = new Set([undefined, null, 'default', 'gaia', 'uncover'])

/** Marp: directives in front matter and comments, `![bg]`, slides at every rule; other comments are notes. */
export const marp: Dialect = {
  name: 'Marp',
  recognises: ({ data }) => data.get('marp') === true,
  options: (data) => {
    const kept = KEPT.flatMap((name) =>
      typeof data.get(name) === 'string' || Array.isArray(data.get(name)) ? [[name, data.get(name)] as const] : [],
    )
    const [width, height] = data.get('size') === '4:3' ? [960, 720] : [1280, 720]
    const reveal = new Map<string, unknown>([
      ['theme', 'white'],
      ['center', data.get('theme') === 'uncover'],
      ['slideNumber', false],
      ['width', width],
      ['height', height],
      ['margin', 0],
    ])
    return new Map<string, unknown>([...kept, ['slideOptions', reveal]])
  },
  unsupported: (data) => [
    ...(BUILT_IN.has(data.get('theme')) ? [] : [`the theme "${String(data.get('theme'))}"`]),
    ...optionsSet(data, ['transition']),
  ],
  works: 'slides at every rule, notes in comments, headingDivider, paginate, header, footer, class, color, background…, style, and ![bg]',
  sharesDefinitions: true,
  slides: (body) => {
    const blocks = findBlocks(body.lines)
    const levels = dividers(body.data.get('headingDivider'))
    const marks = blocks.marks.filter(({ level }) => level === 0 || levels.has(level))
    let inherited: Directives = new Map(
      LOCAL.flatMap((name) =>
        directive(name, body.data.get(name) ?? hexOf(body.writtenOf(name)), { line: body.lineOf(name), leaveOut: body.leaveOut }),
      ),
    )
    let page = 0
    return cutAt(body, marks, blocks).map((slide, index) => {
      const { own, kept, notes } = readComments(slide, inherited, body)
      inherited = kept
      const paginate = own.get('paginate')?.value ?? ''
      if (!/^(?:hold|skip)$/.test(paginate)) page += 1
      return [
        translateSlide(slide, {
          directives: own,
          notes,
          page: /^(?:true|hold)$/.test(paginate) ? page : undefined,
          style: index === 0 ? styleOf(body) : [],
          isCentred: body.data.get('theme') === 'uncover',
          isMiddle: body.data.get('theme') !== 'gaia',
          leaveOut: body.leaveOut,
        }),
      ]
    })
  },
}

// Marp reads `color: #fff`, of which YAML makes a comment.
const hexOf = (written: string) => /^#[\da-f]{3,8}$/i.exec(written)?.[0]

function dividers(value: unknown): ReadonlySet<number> {
  if (typeof value === 'number') return new Set([1, 2, 3, 4, 5, 6].filter((level) => level <= value))
  return new Set(Array.isArray(value) ? value.map(Number) : [])
}

function readComments(slide: ForeignSlide, inherited: Directives, { leaveOut }: ForeignBody) {
  const kept = new Map(inherited)
  const spot = new Map<string, Directive>()
  const notes: FoundComment[] = []
  const fitted: number[] = []
  replaceComments(slide, (comment) => {
    const { text, from } = comment
    if (text.trim() === 'fit' && /^#{1,6}\s/.test(slide.lines[from] ?? '')) {
      fitted.push(from)
      return ''
    }
    if (/^\s*(?:fit\s*$|\.element|\.slide|prettier-ignore|markdownlint-|hedgerow-|markdown-link)/.test(text)) return undefined
    const given = readDirectives(text)
    if (!given) {
      if (text.trim() !== '') notes.push(comment)
      return ''
    }
    for (const [name, value] of given) {
      const line = slide.firstLine + from
      for (const [, read] of directive(name, value, { line, leaveOut }))
        (name.startsWith('_') ? spot : kept).set(name.replace(/^_/, ''), read)
      if (GLOBAL.includes(name)) leaveOut(`"${name}" in a comment`)
    }
    return ''
  })
  for (const line of fitted) {
    const heading = (slide.lines[line] ?? '').trimEnd()
    // After markup, the comment would be for that alone.
    if (/[\p{L}\p{N}\p{P}]$/u.test(heading) && !/[*_`)\]]$/.test(heading))
      slide.lines[line] = `${heading} <!-- .element: class="r-fit-text" -->`
  }
  return { own: new Map([...kept, ...spot]), kept, notes }
}

function styleOf({ data, lineOf }: ForeignBody): readonly AttachedPassage[] {
  const style = data.get('style')
  return typeof style === 'string'
    ? [{ markdown: `<style>\n${style.replaceAll('</', '')}\n</style>`, line: lineOf('style'), position: 'before' }]
    : []
}

// The address in `url(…)`, with or without quotes.
function addressIn(value: string): string | undefined {
  const inside = /^url\(([^)]*)\)$/.exec(value)?.[1]?.trim()
  return /^["']?([^"']+)["']?$/.exec(inside ?? '')?.[1]
}

interface Translation {
  readonly directives: Directives
  readonly notes: readonly FoundComment[]
  /** The number that it shows. */
  readonly page: number | undefined
  readonly style: readonly AttachedPassage[]
  readonly isCentred: boolean
  /** All themes but one put the content in the middle of the height. */
  readonly isMiddle: boolean
  readonly leaveOut: ForeignBody['leaveOut']
}

function translateSlide(slide: ForeignSlide, { directives, notes, page, style, isCentred, isMiddle, leaveOut }: Translation): Slide {
  markSteps(slide)
  const styleClass = styleClassOf(slide)
  const value = (name: (typeof LOCAL)[number]) => directives.get(name)?.value || undefined
  const classes = value('class')?.split(/\s+/) ?? []
  const isInverted = classes.includes('invert')
  const isLead = classes.includes('lead')
  const colour = value('color')
  const picture = addressIn(value('backgroundImage') ?? '')
  const attributes: Readonly<Record<string, string | undefined>> = {
    // reveal.js centres such a slide vertically.
    class: ['hedgerow-marp', ...classes, ...(isLead || isMiddle ? ['center'] : []), ...(styleClass === undefined ? [] : [styleClass])].join(
      ' ',
    ),
    'data-background-color': value('backgroundColor') ?? (isInverted ? '#222' : undefined),
    'data-background-image': picture,
    'data-background-gradient': picture === undefined ? value('backgroundImage') : undefined,
    'data-background-position': value('backgroundPosition'),
    'data-background-repeat': value('backgroundRepeat'),
    'data-background-size': value('backgroundSize'),
    style:
      [...(isCentred || isLead ? [] : ['text-align: left']), ...(colour === undefined ? [] : [`color: ${colour}`])].join('; ') || undefined,
  }
  const lineOf = (...names: readonly string[]) =>
    names.map((name) => directives.get(name)?.line).find((line) => line !== undefined) ?? slide.firstLine
  const comment = slideComment(attributes)
  const edge = (name: 'header' | 'footer'): readonly AttachedPassage[] => {
    const text = value(name)
    return text === undefined ? [] : [edgeText(name, text, lineOf(name))]
  }
  const at = lineOf('backgroundImage', 'backgroundColor', 'class', 'color')
  const attached = [
    ...style,
    ...(comment === '' ? [] : [{ markdown: comment, line: at, position: 'before' as const }]),
    ...edge('header'),
    ...edge('footer'),
    ...(page === undefined ? [] : [edgeText('page', String(page), lineOf('paginate'))]),
  ]
  return { ...translateImages(slide, leaveOut), styleClass, notes: notesFrom(notes, slide.firstLine), attached }
}
