import { warning } from './entry.ts'

/** Messages about what is made of decks besides their pages. */
export const exportMessages = {
  'export-link': warning(
    'in the single file this link is only text, since it leads to another file of the site: $1',
    'Say in site.yaml where the site is published ("url"); the link then leads there.',
  ),
  'export-remote': warning(
    'the single file loads nothing from other servers, so this is not in it: $1',
    'Put the file into the folder of the decks.',
  ),
  'export-undrawn': warning(
    'the single file shows this diagram as source, since it was not drawn',
    'Install Chromium (Debian: apt-get install chromium), or name one in the variable CHROMIUM.',
  ),
  'export-large': warning('the single file has $1, which browsers open slowly', 'Make films and pictures smaller, or link them.'),
  'single-missing': warning('there is no single file: $1', 'Where it would be too large, make films and pictures smaller, or link them.'),
  'pdf-missing': warning(
    'there is no PDF: $1',
    'Where Chromium is missing, install it (Debian: apt-get install chromium), or name one in the variable CHROMIUM.',
  ),
} as const
