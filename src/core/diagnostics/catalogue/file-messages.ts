import { error, info, warning } from './entry.ts'

/** Messages about files and whole decks. */
export const fileMessages = {
  'file-unreadable': error(
    'cannot be taken into the site: $1',
    'Check the name and the permissions of the file, or take it out of the folder.',
  ),
  'file-encoding': error('is not valid UTF-8', 'Save the file as UTF-8.'),
  'file-empty': warning(
    'is empty, so there is no slide in it',
    'Restore it if it was a deck: a save or a synchronisation may have been interrupted. Else write one, or delete the file.',
  ),
  'deck-too-large': error('has $1, more than the limit of $2', 'Split it into several decks.'),
  'deck-too-slow': error('cannot be rendered within $1, so it is left out', 'Split it, or take out what is repeated very often.'),
  'deck-address': error('has the same address as $1: $2', 'Rename one of the two files.'),
  'deck-failed': error('could not be rendered: $1', 'This is a fault of Hedgerow; please report it with the deck.'),

  'folder-missing': error(
    'the folder of the decks cannot be read: $1',
    'Put it back, or correct its permissions. The decks are shown again as soon as it is there.',
  ),
  'theme-failed': error('the themes cannot be bundled: $1', 'Correct the theme. Until then, the themes are used as they were before.'),

  'ignore-unknown': warning('a comment ignores "$1", and there is no such message$2', 'Correct the code, or remove it.'),
  'ignore-unused': info('a comment ignores $1 where nothing is said', 'Remove the comment.'),
} as const
