// In characters: a step is announced, not read out.
const LONGEST = 400

// Whose parts are one text.
const INLINE = 'span, a, b, i, em, strong, code, h1, h2, h3, h4, h5, h6'

/** What a screen reader would say of a step: its text, the texts of its images, or the lines of code that it brings out. */
export function spokenText(step: Element): string {
  const code = step.matches('.code-step') ? step.parentElement : null
  const text = code ? linesAt(code, step) : textOf(step)
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
}

// Each marker but the last is followed by others; the first stage has none.
function linesAt(pre: Element, marker: Element): string {
  const stage = [...pre.querySelectorAll(':scope > .code-step')].indexOf(marker) + 2
  return [...pre.querySelectorAll(`.code-line[data-steps~='${stage}']`)].map((line) => line.textContent).join('\n')
}

function textOf(node: Node): string {
  if (node instanceof Text) return node.data
  if (!(node instanceof Element) || node.matches('[aria-hidden=true], annotation, style')) return ''
  if (node.matches('br')) return ' '
  if (node instanceof HTMLImageElement) return ` ${node.alt} `
  const label = node.matches('svg, [role=img]') ? node.getAttribute('aria-label') : null
  if (label !== null) return ` ${label} `
  const text = [...node.childNodes].map(textOf).join(node.matches(INLINE) ? '' : ' ')
  return node.matches('math') ? text.trim() : text
}
