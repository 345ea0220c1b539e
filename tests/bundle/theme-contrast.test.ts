import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageFolder } from '../../src/node/package/package-paths.ts'
import { type Colour, colourOf, contrast, over, tokensOf } from '../support/theme-tokens.ts'

const client = path.join(packageFolder, 'src/client')
const themes = path.join(packageFolder, 'themes')
const names = readdirSync(themes).filter((name) => existsSync(path.join(themes, name, 'theme.css')))

const WHITE: Colour = [255, 255, 255, 1]
const BLACK: Colour = [0, 0, 0, 1]
const ALERTS = ['--alert-info', '--alert-success', '--alert-warning', '--alert-danger']
const CODE = ['text', 'keyword', 'string', 'number', 'title', 'deletion', 'quiet'].map((name) => `--code-${name}`)

// What is read, what it stands on, and the least contrast: 4.5 for text, 3 for large text and for what is no text. The accent is
// left out where it is decoration alone, which says nothing.
const TEXT: readonly (readonly [string, string])[] = [
  ['--r-main-color', '--r-background-color'],
  ['--r-link-color', '--r-background-color'],
  ['--r-link-color-hover', '--r-background-color'],
  ['--deck-quiet', '--r-background-color'],
  ['--deck-marker', '--r-background-color'],
  ['--r-selection-color', '--r-selection-background-color'],
  ['--deck-mark-text', '--deck-mark'],
  ...CODE.map((name) => [name, '--code-ground'] as const),
  // How content.css colours comments.
  ['color-mix(in srgb, var(--code-text) 72%, var(--code-ground))', '--code-ground'],
  // And the backgrounds of boxes and of code within text.
  ...ALERTS.flatMap((name) =>
    ['--r-main-color', '--r-link-color'].map(
      (text) => [text, `color-mix(in srgb, var(${name}) var(--alert-tint), var(--r-background-color))`] as const,
    ),
  ),
  ['--r-main-color', 'color-mix(in srgb, var(--r-main-color) 10%, var(--r-background-color))'],
  // Grounds of slides.
  ['--deck-soft', '--r-background-color'],
  ['--deck-on-field', '--deck-field'],
  ['--deck-on-end', '--deck-end'],
  ...['--r-main-color', '--r-link-color', '--deck-quiet'].map((name) => [name, '--deck-opener'] as const),
]
const LARGE: readonly (readonly [string, string])[] = [
  ['--r-heading-color', '--r-background-color'],
  ['--r-heading-color', '--deck-opener'],
  ...ALERTS.map((name) => [name, '--r-background-color'] as const),
]
// By theme: what its own rules put together.
const OWN: Readonly<Record<string, { text: typeof TEXT; large: typeof LARGE }>> = {
  scs: { text: [], large: [['--deck-name', '--r-background-color']] },
  hawthorn: { text: [['--r-heading-color', '--r-background-color']], large: [['--deck-accent', '--r-background-color']] },
}

describe.each(names)('the theme %s', (name) => {
  describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
    // Both are light by nature: the other scheme is the dark one.
    const files = [
      ...['tokens', 'base', 'dark', 'brand-slides'].map((sheet) => path.join(client, `styles/${sheet}.css`)),
      path.join(themes, name, 'theme.css'),
    ]
    const tokens = tokensOf(files, scheme)
    const read = (text: string, background: string) => contrast(colourOf(text, tokens), colourOf(background, tokens))

    test.each([...TEXT, ...(OWN[name]?.text ?? [])])('%s on %s can be read', (text, background) => {
      expect(read(text, background)).toBeGreaterThanOrEqual(4.5)
    })

    test.each([...LARGE, ...(OWN[name]?.large ?? [])])('%s on %s can be seen', (text, background) => {
      expect(read(text, background)).toBeGreaterThanOrEqual(3)
    })

    test.each([
      ['a white photo', WHITE],
      ['a black photo', BLACK],
    ])('text on the panel over %s can be read', (_photo, photo) => {
      const panel = over(colourOf('--deck-panel', tokens), photo)
      expect(contrast(colourOf('--r-main-color', tokens), panel)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colourOf('--r-link-color', tokens), panel)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colourOf('--deck-quiet', tokens), panel)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colourOf('--r-heading-color', tokens), panel)).toBeGreaterThanOrEqual(3)
    })

    test.each(['text', 'quiet', 'link'])('--brand-%s can be read on pages that are no decks', (token) => {
      const end = scheme === 'dark' ? '-dark' : ''
      expect(read(`--brand-${token}${end}`, `--brand-background${end}`)).toBeGreaterThanOrEqual(4.5)
    })
  })
})
