import { error, info, warning } from './entry.ts'

/** Messages about files and whole decks. */
export const fileMessages = {
  'include-failed': error('cannot include "$1": $2', 'Correct the path, which is relative to the file with this line, or remove the line.'),
  'file-unreadable': error('the file cannot be added to the site: $1', 'Check its name and permissions, or move it out of the folder.'),
  'file-encoding': error('the file is not valid UTF-8', 'Save the file as UTF-8.'),
  'file-empty': warning(
    'the file is empty, so it has no slides',
    'Restore it if it was a deck: saving or syncing may have been interrupted. Otherwise write one, or delete the file.',
  ),
  'deck-unmarked': info(
    'the file looks like a deck ($1), but is not marked as one, so it is not built',
    'Write "type: slide" in its front matter, or add it to "include" in site.yaml; if it is not a deck, add it to "exclude".',
  ),
  'tool-recognised': info('the deck is read as a $1 deck', 'Supported: $2.'),
  'tool-unsupported': warning(
    'the deck is read as a $1 deck; not supported: $2',
    'Remove what is not supported, or rewrite it in the syntax of Hedgerow. Supported: $3.',
  ),
  'tool-options': warning('the file is not valid, so the options of reveal-md have no effect: $1', 'Correct the file, or delete it.'),
  'deck-too-large': error('the deck is too large: $1 (limit: $2)', 'Split it into several decks.'),
  'deck-too-slow': error(
    'the deck is not built, because rendering it takes more than $1',
    'Split it, or remove whatever repeats many times.',
  ),
  'deck-address': error('the page of this deck would have the same address as $1: $2', 'Rename this file.'),
  'deck-failed': error(
    'the deck could not be rendered: $1',
    'This is a bug in Hedgerow. Please report it where you got Hedgerow from, with the deck attached.',
  ),

  'folder-missing': error(
    'the decks folder cannot be read: $1',
    'Put it back, or correct its permissions. The decks are shown again as soon as it can be read.',
  ),
  'theme-failed': error('the themes cannot be bundled: $1', 'Correct the theme. Until then, the last working themes are used.'),

  'ignore-unknown': warning('unknown message code "$1" in this comment$2', 'Correct or remove the code.'),
  'ignore-unused': info('this comment ignores nothing: there is no $1 message here', 'Remove the comment.'),
} as const
