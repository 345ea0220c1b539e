/** The steps of a slide, in the order of reveal.js: those with a number first, one number together, then each of the others. */
export function stepsOf(slide: Element): readonly (readonly Element[])[] {
  const numbered = new Map<number, Element[]>()
  const others: (readonly Element[])[] = []
  for (const element of slide.querySelectorAll<HTMLElement>('.fragment')) {
    const number = Number.parseInt(element.dataset['fragmentIndex'] ?? '', 10)
    const together = numbered.get(number)
    if (Number.isNaN(number)) others.push([element])
    else if (together) together.push(element)
    else numbered.set(number, [element])
  }
  return [...[...numbered].toSorted(([one], [other]) => one - other).map(([, elements]) => elements), ...others]
}

/** Shows the first steps of a slide, as reveal.js would. */
export function showSteps(steps: readonly (readonly Element[])[], count: number): void {
  for (const [index, elements] of steps.entries())
    for (const { classList } of elements) {
      classList.toggle('visible', index < count)
      classList.toggle('current-fragment', index === count - 1)
    }
}
