import type { Field } from './schema.ts'

/** A brand, and the day from which it is that of decks. */
export interface DatedBrand {
  /** An ISO date. */
  readonly from: string
  readonly brand: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A list of brands, each with the day from which it is used. */
export function datedBrands(doc: string): Field<readonly DatedBrand[]> {
  const full = { from: { type: 'string', pattern: DAY.source }, brand: { type: 'string', maxLength: 1000 } } as const
  return {
    type: 'a list of brands, each with a date as "from" and its name as "brand"',
    fallback: [],
    doc,
    json: { type: 'array', items: { type: 'object', properties: full, required: ['from', 'brand'], additionalProperties: false } },
    read(value) {
      const read = Array.isArray(value) ? value.map(readDatedBrand) : [undefined]
      return read.every((one) => one !== undefined) ? read : undefined
    },
  }
}

function readDatedBrand(value: unknown): DatedBrand | undefined {
  if (!(value instanceof Map) || value.size !== 2) return undefined
  const [from, brand] = [value.get('from'), value.get('brand')] as readonly unknown[]
  return typeof from === 'string' && DAY.test(from) && typeof brand === 'string' ? { from, brand } : undefined
}

/** The name of the brand of a deck: of those that have begun by its date the latest, else the one of its site. */
export function brandAt(
  date: string | undefined,
  { brand, brands }: { readonly brand: string; readonly brands: readonly DatedBrand[] },
): string {
  const begun = brands.filter(({ from }) => date !== undefined && from <= date)
  return begun.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]?.brand ?? brand
}
