/** Inserts copies before every slide with steps, one per step: the first copy shows no step, the slide itself shows all. */
export function layOutSteps(slides: readonly HTMLElement[]): void {
  document.documentElement.classList.add('in-steps')
  for (const slide of slides) {
    const steps = [...new Set(fragmentsOf(slide).map(stepOf))].toSorted((a, b) => a - b)
    if (steps.length === 0) continue
    for (const shown of [undefined, ...steps.slice(0, -1)]) {
      const copy = slide.cloneNode(true) as HTMLElement
      show(copy, shown)
      slide.before(copy)
    }
    show(slide, steps.at(-1))
    // Links go to the first copy, so the other copies lose their ids.
    const copies: Element[] = [slide]
    for (let last = slide.previousElementSibling, count = 1; last && count < steps.length; last = last.previousElementSibling, count += 1)
      copies.push(last)
    for (const copy of copies) for (const named of [copy, ...copy.querySelectorAll(':not(svg *)[id]')]) named.removeAttribute('id')
  }
}

const fragmentsOf = (slide: HTMLElement) => [...slide.querySelectorAll<HTMLElement>('.fragment')]
const stepOf = ({ dataset }: HTMLElement) => Number(dataset['fragmentIndex'] ?? 0)

function show(slide: HTMLElement, until: number | undefined): void {
  for (const fragment of fragmentsOf(slide)) {
    const step = stepOf(fragment)
    fragment.classList.toggle('visible', until !== undefined && step <= until)
    fragment.classList.toggle('current-fragment', step === until)
  }
}
