import { warning, GET_CHROMIUM } from './entry.ts'

/** Messages about single files, PDFs and link preview cards. */
export const exportMessages = {
  'export-link': warning(
    'this link leads to another page of the site, so the single file shows it as text: $1',
    'Set "url" in site.yaml to the address of the published site.',
  ),
  'export-remote': warning(
    'the single file leaves out $1, because it is on another server',
    'Download it into the decks folder, and use it from there.',
  ),
  'export-diagram-source': warning('this diagram was not drawn, so the single file shows its source', `To draw it, ${GET_CHROMIUM}`),
  'export-large': warning('the single file has $1, which is slow to open', 'Compress videos and images, or link to them.'),
  'single-missing': warning('no single file was written: $1', 'If it is too large, compress videos and images, or link to them.'),
  'pdf-missing': warning('no PDF was written: $1', `If Chromium is missing, ${GET_CHROMIUM}`),
  'card-missing': warning(
    'no card for link previews was drawn: $1',
    'If another file has its address, rename that file; if a package is missing, install Hedgerow again.',
  ),
  'card-picture': warning(
    'the picture $1 cannot be drawn, so the card for link previews has none: $2',
    'Open the picture in an image editor, and save it again.',
  ),
} as const
