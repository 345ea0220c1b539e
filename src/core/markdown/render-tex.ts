import katex from 'katex'

const LONGEST = 5000
const DEEPEST = 100
// A macro can expand to a thousand characters a thousand times.
const DEFINES = /\\(?:[gex]?def|let|(?:re)?newcommand|providecommand)(?![a-zA-Z])/
const LONGEST_THAT_DEFINES = 500

/** A formula in HTML and MathML, or what is wrong with it. */
export type RenderTex = (tex: string, display: boolean) => { readonly html: string } | { readonly problem: string }

/** Renders a formula with KaTeX. Macros do not leave their formula. */
export const renderTex: RenderTex = (tex, display) => {
  if (tex.length > LONGEST) return { problem: `it is longer than ${LONGEST} characters` }
  if (tex.length > LONGEST_THAT_DEFINES && DEFINES.test(tex))
    return { problem: `it defines macros and is longer than ${LONGEST_THAT_DEFINES} characters` }
  if (depthOf(tex) > DEEPEST) return { problem: `braces are nested more than ${DEEPEST} levels deep` }
  try {
    return {
      html: katex.renderToString(tex, {
        displayMode: display,
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        maxSize: 50,
        maxExpand: 200,
        macros: {},
      }),
    }
  } catch (cause) {
    if (cause instanceof RangeError) return { problem: 'it is nested too deeply' }
    return { problem: cause instanceof Error ? cause.message.replace(/^KaTeX parse error: /, '') : String(cause) }
  }
}

function depthOf(tex: string): number {
  let depth = 0
  let deepest = 0
  for (const character of tex) {
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return Math.max(deepest, (tex.match(/\\(sqrt|frac|left)/g) ?? []).length)
}
