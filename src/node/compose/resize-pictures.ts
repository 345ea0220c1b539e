import type { Report } from '../../core/diagnostics/diagnostic.ts'
import type { PictureCopies, PictureCopy, RenderedDeck } from '../../core/model.ts'
import { type FillContext, fillPictures } from '../../core/passes/fill-pictures.ts'

/** The copies of a picture that browsers choose from, or why there are none. */
export type Resized = { readonly copies: readonly PictureCopy[] } | { readonly problem: string }

/** Makes smaller copies of the pictures at these paths in the folder of decks, which the site then has. */
export type Resize = (paths: readonly string[]) => Promise<readonly Resized[]>

export interface ResizeContext extends FillContext {
  readonly resize: Resize
  readonly isMadeSmaller: (path: string) => boolean
  readonly report: Report
}

/** Has copies made of the pictures of a deck, and changes its trees so that they show them. */
export async function resizePictures(
  rendered: RenderedDeck,
  { resize, isMadeSmaller, report, ...context }: ResizeContext,
): Promise<PictureCopies | undefined> {
  const wanted = new Map(rendered.pictures.filter(({ path }) => isMadeSmaller(path)).map(({ path, line }) => [path, line]))
  if (wanted.size === 0) return undefined
  const copies = new Map<string, readonly PictureCopy[]>()
  const answers = await resize([...wanted.keys()])
  for (const [index, [path, line]] of [...wanted].entries()) {
    const resized = answers[index] ?? { copies: [] }
    if ('problem' in resized) report('image-original', { file: rendered.deck.source.path, line }, path, resized.problem)
    else if (resized.copies.length > 0) copies.set(path, resized.copies)
  }
  return fillPictures(rendered, copies, context)
}
