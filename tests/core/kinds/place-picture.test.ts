import { describe, expect, test } from 'vitest'
import { placePicture } from '../../../src/core/kinds/place-picture.ts'
import type { Block, Picture, SlideShape } from '../../../src/core/kinds/slide-shape.ts'
import { createElement } from '../../../src/core/tree.ts'

const element = createElement('img')
const block = (kind: Block['kind'], more: Partial<Block> = {}): Block => ({
  kind,
  level: 0,
  text: '',
  characters: 0,
  lines: [],
  pictures: [],
  hasMedia: false,
  codeLines: 0,
  ...more,
})

const HEAD = block('heading', { level: 1, text: 'Team', characters: 4 })

interface Written {
  readonly ratio: number
  readonly width?: number
  readonly writtenWidth?: number
  readonly isPhoto?: boolean
}

function shapeOf(
  { ratio, width = 2000, writtenWidth, isPhoto = false }: Written,
  items: number,
  head: Block | undefined = HEAD,
): SlideShape {
  const picture: Picture = { element, holder: element, isInText: false, ratio, width, writtenWidth, isPhoto }
  const lines = Array.from({ length: items }, (_, index) => ({ characters: 40, depth: 0, start: index === 0 ? 'first' : 'item' }) as const)
  const list = block('list', { characters: 40 * items, lines })
  const rest = [...(items === 0 ? [] : [list]), block('picture', { pictures: [picture] })]
  const headings = head ? [head] : []
  return { blocks: [...headings, ...rest], head, headings, rest, pictures: [picture], addresses: [] }
}

const figure = (picture: Written, items: number) => placePicture('figure', shapeOf(picture, items), false)?.classes.join(' ')

describe('a picture with text', () => {
  test.each([
    ['is beside it', { ratio: 1.4 }, 4, 'square big'],
    ['with less room where the text is long', { ratio: 1.4 }, 8, 'square'],
    ['below where it is very wide', { ratio: 2.4 }, 8, 'wide'],
    ['as a strip, with what follows right below it', { ratio: 9 }, 4, 'wide led'],
    ['below where it becomes larger there', { ratio: 1.9 }, 1, 'wide'],
    ['beside where it is high', { ratio: 0.7 }, 4, 'tall'],
    ['beside where it would not become larger below', { ratio: 1.9, width: 200 }, 1, 'square big'],
    ['nor where its author gave it a width', { ratio: 1.9, writtenWidth: 400 }, 1, 'square big'],
  ])('%s', (_, picture, items, classes) => {
    expect(figure(picture, items)).toBe(classes)
  })
})

describe('a picture alone', () => {
  const alone = (picture: Written) => placePicture('picture', shapeOf(picture, 0, undefined), false)?.classes.join(' ')

  test.each([
    ['fills the slide where it has its proportions', { ratio: 1.78 }, 'bleed'],
    ['as a photo, where it nearly has', { ratio: 1.5, isPhoto: true }, 'bleed'],
    ['not as a drawing, which must not be cropped', { ratio: 1.6 }, ''],
    ['not where it is small', { ratio: 1.78, width: 1000 }, ''],
    ['not where its author gave it a width', { ratio: 1.78, writtenWidth: 1200 }, ''],
    ['is beside its caption where it is high', { ratio: 1.2 }, 'upright'],
  ])('%s', (_, picture, classes) => {
    expect(alone(picture)).toBe(classes)
  })
})
