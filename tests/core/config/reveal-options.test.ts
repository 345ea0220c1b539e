import { describe, expect, test } from 'vitest'
import { retiredOptions, revealSchema, unsafeOptions } from '../../../src/core/config/reveal-options.ts'

describe('every option is in one table only', () => {
  test.each([...retiredOptions, ...unsafeOptions])('%s', (name) => {
    expect(Object.hasOwn(revealSchema, name)).toBe(false)
    expect(retiredOptions.has(name) && unsafeOptions.has(name)).toBe(false)
  })
})

describe('an option of reveal.js', () => {
  test.each(Object.entries(revealSchema))('%s has a default that it would accept itself, a type and a purpose', (_, field) => {
    if (field.fallback !== undefined) expect(field.read(field.fallback)).toBe(field.fallback)
    expect(field.type).not.toBe('')
    expect(field.doc).not.toBe('')
  })

  test.each(Object.entries(revealSchema))('%s takes no group, no list and no markup', (_, { read }) => {
    expect([read(new Map()), read(['a'])]).toEqual([undefined, undefined])
  })

  test.each(Object.entries(revealSchema).filter(([name]) => name !== 'parallaxBackgroundImage'))(
    '%s takes no CSS that loads',
    (_, { read }) => {
      expect(['url(https://evil.example)', '"><script>', 'a;background:url(x)'].filter((value) => read(value) !== undefined)).toEqual([])
    },
  )
})
