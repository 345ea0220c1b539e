import { largestOf } from '../../core/files.ts'
import type { Resize, Resized } from '../compose/resize-pictures.ts'
import { readInside } from '../files/read-file.ts'
import { isMachineFault } from '../files/system-errors.ts'
import type { PictureMaker } from '../pictures/picture-maker.ts'
import type { SiteWriter } from './write-site.ts'

/** Makes copies of pictures of a folder of decks, and writes them to the site. Each picture is read once, however many decks show it. */
export function copyPublisher(root: string, { make }: PictureMaker, { files, write }: SiteWriter): Resize {
  const publish = async (path: string): Promise<Resized> => {
    try {
      const made = await make(path, () => readInside(root, path, largestOf(path)))
      if ('problem' in made) return made
      for (const { path: file, content } of made.copies) if (content && !files.has(file)) write({ path: file, content })
      return { copies: made.copies.map((copy) => ({ path: copy.path, width: copy.width })) }
    } catch (cause) {
      if (isMachineFault(cause) || !(cause instanceof Error && 'code' in cause)) throw cause
      // Copying the file reports what is wrong with it.
      return { copies: [] }
    }
  }
  const published = new Map<string, Promise<Resized>>()
  return (paths) =>
    Promise.all(
      paths.map((path) => {
        const resized = published.get(path) ?? publish(path)
        published.set(path, resized)
        return resized
      }),
    )
}
