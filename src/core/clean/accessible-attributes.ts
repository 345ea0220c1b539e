/** Roles for content. None of them acts, interrupts a reader or is a landmark, as the controls of the page are. */
const ROLES = new Set(
  (
    'blockquote caption cell code columnheader definition deletion emphasis figure group heading img insertion list listitem math note ' +
    'paragraph row rowgroup rowheader separator strong subscript superscript table term time'
  ).split(' '),
)

// What is laid out with these elements is sometimes neither a table nor a list.
const LAYOUT = /^(table|thead|tbody|tfoot|tr|td|ul|ol|li|hr|img)$/

// Elements that act, with roles of their own, and those that scroll by key.
const ACTS = /^(a|area|audio|details|iframe|summary|video|table|pre|code|section)$/

const text = /^[^]{1,500}$/
const ids = /^[^\s<>"']{1,200}(\s+[^\s<>"']{1,200}){0,19}$/
const count = /^-?\d{1,6}$/

/**
 * The `aria-*` attributes for content, with their allowed values. Those that control something, change while a page is read, or give
 * an element the role description of another are not among them.
 */
const ARIA: Readonly<Record<string, RegExp>> = {
  'aria-label': text,
  'aria-description': text,
  'aria-labelledby': ids,
  'aria-describedby': ids,
  'aria-hidden': /^(true|false)$/,
  'aria-level': /^[1-9]$/,
  'aria-posinset': count,
  'aria-setsize': count,
  'aria-colcount': count,
  'aria-rowcount': count,
  'aria-colindex': count,
  'aria-rowindex': count,
  'aria-colspan': count,
  'aria-rowspan': count,
  'aria-sort': /^(ascending|descending|none|other)$/,
  'aria-current': /^(page|step|location|date|time|true|false)$/,
}

/** Attributes that name other elements of their slide. */
export const ID_REFERENCES: readonly string[] = ['headers', 'aria-labelledby', 'aria-describedby']

/** Whether an attribute is for screen readers. */
export function isAccessible(name: string): boolean {
  return name === 'role' || name.startsWith('aria-')
}

/** Why a role or an `aria-*` attribute is removed; `undefined` if it may stay. */
export function refuseAccessible(tagName: string, name: string, value: string): string | undefined {
  const invalid = `"${value}" is not an allowed value`
  if (name === 'role') {
    if (ACTS.test(tagName) && !LAYOUT.test(tagName)) return 'not allowed on this element'
    return ROLES.has(value) || (LAYOUT.test(tagName) && /^(none|presentation)$/.test(value)) ? undefined : invalid
  }
  const shape = Object.hasOwn(ARIA, name) ? ARIA[name] : undefined
  if (!shape || (name === 'aria-hidden' && ACTS.test(tagName))) return 'not allowed on this element'
  return shape.test(value) ? undefined : invalid
}
