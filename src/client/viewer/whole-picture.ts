/**
 * Shows the picture of a background as an element, if it covers the page at a size in pixels: Chromium writes the picture of an element into a PDF
 * once and as it is, and cuts that of a background anew for each page. The size of the page is in pixels.
 */
export function showWhole(background: HTMLElement, page: readonly [number, number]): void {
  const { backgroundImage, backgroundSize, backgroundPosition, backgroundRepeat } = background.style
  const address = /^url\("([^"\\]*)"\)$/.exec(backgroundImage)?.[1]
  if (address === undefined) return
  const image = new Image()
  image.alt = ''
  image.src = address
  // The page shows it already, so it is there at once.
  const natural = /^(auto( auto)?)?$/.test(backgroundSize) ? ([image.naturalWidth, image.naturalHeight] as const) : undefined
  const size = natural ?? inPixels(backgroundSize)
  const [left, top] = inPixels(backgroundPosition || '0px 0px') ?? [NaN, NaN]
  if (!size || size[0] === 0) return
  const covers = left <= 0 && top <= 0 && left + size[0] >= page[0] && top + size[1] >= page[1]
  if (!covers && (backgroundRepeat !== 'no-repeat' || Number.isNaN(left))) return
  const declarations = { inset: `${top}px auto auto ${left}px`, width: `${size[0]}px`, height: `${size[1]}px`, 'object-fit': 'fill' }
  // The style sheet makes pictures of slides as large as the slide.
  for (const [name, value] of Object.entries(declarations)) image.style.setProperty(name, value, 'important')
  background.style.backgroundImage = 'none'
  background.style.overflow = 'hidden'
  background.append(image)
}

function inPixels(pair: string): readonly [number, number] | undefined {
  const [, first, second] = /^(-?[\d.]+)px (-?[\d.]+)px$/.exec(pair) ?? []
  return second === undefined ? undefined : [Number(first), Number(second)]
}
