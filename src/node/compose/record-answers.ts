import type { Draw } from '../diagrams/open-diagram-renderer.ts'
import { sha256 } from '../files/sha256.ts'
import type { DeckAnswers, Question, Trace } from './deck-questions.ts'
import { DIAGRAM_LIMITS } from './draw-diagrams.ts'
import type { Resize } from './resize-pictures.ts'

/** What has files made for decks. */
export interface Makers {
  readonly draw: Draw
  /** Without it there are no copies of pictures. */
  readonly resize: Resize | undefined
}

export interface Recorder extends Makers {
  readonly answers: DeckAnswers
  /** What has been asked so far; `undefined` if the answers depend on the time that something took, or are too many. */
  readonly trace: () => Trace | undefined
}

// A deck with a hundred broken links to pictures of a pad asks for 5000 names.
const MOST_QUESTIONS = 20_000

/** Records what a deck asks. */
export function recordAnswers(given: DeckAnswers, { draw, resize }: Makers): Recorder {
  const questions = new Map<string, Trace['questions'][number]>()
  const diagrams: Trace['diagrams'][number][] = []
  const copies: Trace['copies'][number][] = []
  let isRepeatable = true
  const record = (kind: keyof DeckAnswers) => (subject: string) => {
    const answer = given[kind](subject)
    const key = `${kind} ${subject}`
    if (questions.has(key)) return answer
    if (questions.size === MOST_QUESTIONS) isRepeatable = false
    else questions.set(key, [kind, subject, digestOf(answer)])
    return answer
  }
  const kinds = Object.keys(given) as (keyof DeckAnswers)[] // an object of this type has no other keys
  return {
    // Each function returns what the one of its kind returns.
    answers: Object.fromEntries(kinds.map((kind) => [kind, record(kind)])) as unknown as DeckAnswers,
    async draw(diagram) {
      const drawn = await draw(diagram)
      if ('tooMuch' in drawn.drawing) isRepeatable = false
      diagrams.push([diagram.tool, diagram.source, digestOf(drawn.drawing)])
      return drawn
    },
    resize:
      resize &&
      (async (pictures) => {
        const resized = await resize(pictures)
        for (const [index, picture] of pictures.entries()) copies.push([picture, digestOf(resized[index])])
        return resized
      }),
    trace: () => (isRepeatable ? { questions: [...questions.values()], diagrams, copies } : undefined),
  }
}

/** The first question of a trace to which the answer is another one now. The site has the copies of pictures then. */
export async function changedAnswer(trace: Trace, answers: DeckAnswers, { draw, resize }: Makers): Promise<Question | undefined> {
  for (const [kind, subject, answer] of trace.questions) if (digestOf(answers[kind](subject)) !== answer) return { kind, subject }
  for (const [tool, source, answer] of trace.diagrams) {
    const { drawing } = await draw({ tool, source, time: DIAGRAM_LIMITS.time })
    if (digestOf(drawing) !== answer) return { kind: 'diagram', subject: tool }
  }
  const resized = await resize?.(trace.copies.map(([picture]) => picture))
  const other = trace.copies.find(([, answer], index) => digestOf(resized?.[index]) !== answer)
  return other && { kind: 'copies', subject: other[0] }
}

const LONGEST = 44

// Short answers are their own digests.
function digestOf(answer: unknown): string {
  const text = JSON.stringify(answer) ?? ''
  return text.length <= LONGEST ? text : sha256(text)
}
