/** One option: its type, default and documentation. */
export interface Field<T> {
  /** For messages: `true or false`, `a number from 0 to 1`. */
  readonly type: string
  readonly fallback: T
  /** Instead of an invalid value, where the default might publish what it should not. */
  readonly whenInvalid?: T
  readonly doc: string
  /** The same in JSON Schema, for editors. */
  readonly json: JsonSchema
  /** The value, or `undefined` if it is invalid. */
  readonly read: (value: unknown) => T | undefined
}

/** The part of JSON Schema, draft 7, that is used here. */
export interface JsonSchema {
  readonly type?: 'string' | 'number' | 'boolean' | 'array' | 'object' | 'null'
  readonly enum?: readonly (string | number | boolean)[]
  readonly anyOf?: readonly JsonSchema[]
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: false | JsonSchema
}

export type Schema = Readonly<Record<string, Field<unknown>>>
export type Values<S extends Schema> = { readonly [K in keyof S]: S[K] extends Field<infer T> ? T : never }

/** A boolean. */
export function flag<T extends boolean | undefined>(fallback: T, doc: string): Field<boolean | T> {
  return {
    type: 'true or false',
    fallback,
    doc,
    json: { type: 'boolean' },
    read: (value) => (typeof value === 'boolean' ? value : undefined),
  }
}

/** A text of at most `longest` characters. */
export function text<T extends string | undefined>(fallback: T, doc: string, longest = 1000): Field<string | T> {
  return {
    type: `text of at most ${longest} characters`,
    fallback,
    doc,
    json: { type: 'string', maxLength: longest },
    read: (value) => (typeof value === 'string' && value.length <= longest ? value : undefined),
  }
}

/** A text that matches a pattern; `type` describes it in messages. */
export function pattern<T extends string | undefined>(type: string, shape: RegExp, fallback: T, doc: string): Field<string | T> {
  return {
    type,
    fallback,
    doc,
    json: { type: 'string', pattern: shape.source },
    read: (value) => (typeof value === 'string' && shape.test(value) ? value : undefined),
  }
}

/** A number between two bounds. */
export function number<T extends number | undefined>(from: number, to: number, fallback: T, doc: string): Field<number | T> {
  return {
    type: `a number from ${from} to ${to}`,
    fallback,
    doc,
    json: { type: 'number', minimum: from, maximum: to },
    read: (value) => (typeof value === 'number' && value >= from && value <= to ? value : undefined),
  }
}

/** One of the given values. */
export function choice<const V extends string | number | boolean, T extends V | undefined>(
  values: readonly V[],
  fallback: T,
  doc: string,
): Field<V | T> {
  return {
    type: `one of ${values.join(', ')}`,
    fallback,
    doc,
    json: { enum: values },
    read: (value) => values.find((allowed) => allowed === value),
  }
}

/** A list of texts; a single text is a list of one. */
export function list(fallback: readonly string[], doc: string): Field<readonly string[]> {
  return {
    type: 'a list of text values',
    fallback,
    doc,
    json: { anyOf: [{ type: 'string' }, { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } }] },
    read: (value) => {
      if (typeof value === 'string') return [value]
      if (!Array.isArray(value)) return undefined
      return value.every((item) => typeof item === 'string' || typeof item === 'number') ? value.map(String) : undefined
    },
  }
}

/** A list of texts that match a pattern; a single text is a list of one. `type` describes it in messages. */
export function patterns(type: string, shape: RegExp, doc: string): Field<readonly string[]> {
  const json = { type: 'string', pattern: shape.source } as const
  return {
    type,
    fallback: [],
    doc,
    json: { anyOf: [json, { type: 'array', items: json }] },
    read(value) {
      const values: readonly unknown[] = Array.isArray(value) ? value : [value]
      return values.every((item) => typeof item === 'string' && shape.test(item)) ? values.map(String) : undefined
    },
  }
}

/** A pad that `site.yaml` names, and the path of its deck if it is given. */
export interface NamedPad {
  readonly from: string
  readonly to?: string | undefined
}

/** A list of addresses of pads, each alone or with the path of its deck. */
export function pads(doc: string): Field<readonly NamedPad[]> {
  const address = { type: 'string', pattern: '^https?://', maxLength: 2000 } as const
  const full = { from: address, to: { type: 'string', maxLength: 500 } } as const
  const mapping = { type: 'object', properties: full, required: ['from'], additionalProperties: false } as const
  return {
    type: 'a list of addresses of pads, each alone or as "from" with the path of its deck as "to"',
    fallback: [],
    doc,
    json: { type: 'array', items: { anyOf: [address, mapping] } },
    read(value) {
      const read = Array.isArray(value) ? value.map(readNamedPad) : [undefined]
      return read.every((pad) => pad !== undefined) ? read : undefined
    },
  }
}

function readNamedPad(value: unknown): NamedPad | undefined {
  if (typeof value === 'string') return readNamedPad(new Map([['from', value]]))
  if (!(value instanceof Map) || ![...value.keys()].every((name) => name === 'from' || name === 'to')) return undefined
  const [from, to] = [value.get('from'), value.get('to') ?? undefined] as readonly unknown[]
  if (typeof from !== 'string' || !/^https?:\/\/\S+$/i.test(from) || from.length > 2000) return undefined
  return to === undefined || typeof to === 'string' ? { from, to } : undefined
}

/** A name, and what else it is called. */
export interface OtherNames {
  readonly name: string
  readonly others: readonly string[]
}

/** Names with lists of other names. */
export function otherNames(doc: string): Field<readonly OtherNames[]> {
  const others = list([], doc)
  return {
    type: 'names, each with a list of other names',
    fallback: [],
    doc,
    json: { type: 'object', additionalProperties: others.json },
    read(value) {
      const entries: readonly (readonly unknown[])[] = value instanceof Map ? [...value.entries()] : [[]]
      const read = entries.map(([name, given]) => {
        const names = others.read(given)
        return typeof name === 'string' && names ? { name, others: names } : undefined
      })
      return read.every((one) => one !== undefined) ? read : undefined
    },
  }
}

/** A value of one of two types. */
export function either<A, B>(a: Field<A>, b: Field<B>): Field<A | B> {
  return {
    type: `${a.type}, or ${b.type}`,
    fallback: a.fallback,
    doc: a.doc,
    json: { anyOf: [a.json, b.json] },
    read: (value) => a.read(value) ?? b.read(value),
  }
}
