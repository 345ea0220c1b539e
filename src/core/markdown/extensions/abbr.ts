import plugin from 'markdown-it-abbr'
import type { Extension } from '../extension.ts'

// All names of a slide become one regular expression, whose length is limited.
const LONGEST = 20_000

/** `*[HTML]: Hyper Text`: every HTML on the slide gets an explanation. */
export const abbr: Extension = (md) => {
  md.use(plugin)
  md.core.ruler.before('abbr_replace', 'abbr_limit', (state) => {
    const env = state.env as { abbreviations?: Record<string, string> }
    let length = 0
    const kept = Object.entries(env.abbreviations ?? {}).filter(([name]) => {
      length += name.length
      return length <= LONGEST
    })
    if (kept.length === 0) delete env.abbreviations
    else env.abbreviations = Object.fromEntries(kept)
  })
}
