import { elementTexts } from './element-texts.ts'

/** The title of a page of a site; `undefined` if it has none, or an empty one. */
export function titleOfPage(html: string): string | undefined {
  const text = elementTexts(html, 'title')[0]?.text
  return text === '' ? undefined : text
}
