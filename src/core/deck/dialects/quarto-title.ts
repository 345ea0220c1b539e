import type { Slide } from '../../model.ts'
import type { ForeignBody, FrontMatterData } from '../dialect.ts'
import { slideComment } from '../foreign-blocks.ts'
import { translateLine } from './quarto-inline.ts'

/** The title slide, which is made from the front matter. */
export function titleSlide({ data, lineOf, leaveOut }: ForeignBody): readonly (readonly Slide[])[] {
  const text = (name: string) => {
    const value = data.get(name)
    if (typeof value === 'string') return translateLine(value, leaveOut)
    if (value instanceof Date) return value.toISOString().slice(0, 10)
    if (Array.isArray(value)) return value.map((item) => (item instanceof Map ? String(item.get('name') ?? '') : String(item))).join(', ')
    return typeof value === 'number' ? String(value) : undefined
  }
  const title = text('title')
  if (title === undefined) return []
  const parts = [`# ${title}`, text('subtitle'), text('author'), text('institute'), text('date')].filter((part) => part)
  const given = data.get('title-slide-attributes')
  const attributes = [...(given instanceof Map ? (given as FrontMatterData) : [])].flatMap(([name, value]) =>
    /^data-[\w-]+$/.test(name) && ['string', 'number'].includes(typeof value) ? [[name, String(value as string | number)] as const] : [],
  )
  const comment = slideComment({ class: 'hedgerow-quarto center', ...Object.fromEntries(attributes) })
  const at = lineOf('title-slide-attributes')
  return [
    [
      {
        markdown: parts.map((part) => String(part).replace(/\n/g, ' ')).join('\n\n'),
        line: lineOf('title'),
        attached: [{ markdown: comment, line: at, position: 'before' }],
      },
    ],
  ]
}
