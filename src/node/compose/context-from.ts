import type { ComposeContext } from '../../core/compose-deck.ts'
import type { FileNames } from '../../core/resolve/file-names.ts'
import type { ComposerSetup } from './composer.ts'
import type { DeckAnswers } from './deck-questions.ts'

// Copies of smaller pictures would save nothing that a visitor notices.
const SMALL = 20_000

type Asked =
  | 'options'
  | 'files'
  | 'documents'
  | 'isDraft'
  | 'origin'
  | 'sizeOf'
  | 'bytesOf'
  | 'isMadeSmaller'
  | 'defectOf'
  | 'hasLocation'
  | 'isInFeeds'

/** What the core needs to know about the site of a deck, each asked when it is needed. */
export function contextFrom(
  answers: DeckAnswers,
  { options, tree, resizes }: Pick<ComposerSetup, 'options' | 'tree' | 'resizes'>,
): Pick<ComposeContext, Asked> {
  const namesOf = (kind: 'files' | 'documents', names: Iterable<string>): FileNames => ({
    has: answers.file,
    [Symbol.iterator]() {
      answers[kind]()
      return names[Symbol.iterator]()
    },
  })
  return {
    options: new Proxy(options, {
      get: (_, name) => (typeof name === 'string' ? answers.option(name) : undefined),
      ownKeys(all) {
        for (const name of Object.keys(all)) answers.option(name)
        return Reflect.ownKeys(all)
      },
    }),
    files: namesOf('files', tree.files),
    documents: namesOf('documents', tree.documents),
    isDraft: (file) => answers.deck(file).isLeftOut,
    origin: answers.origin(),
    sizeOf: (file) => answers.picture(file).size,
    bytesOf: answers.bytes,
    isMadeSmaller: (file) => resizes === true && answers.picture(file).isStill && (answers.bytes(file) ?? 0) > SMALL,
    defectOf: (file) => answers.picture(file).defect,
    hasLocation: (file) => answers.picture(file).hasLocation,
    isInFeeds: answers.isInFeeds,
  }
}
