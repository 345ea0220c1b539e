import { warning, GET_CHROMIUM } from './entry.ts'

/** Messages about single files, PDFs and link preview cards. */
export const exportMessages = {
  'export-link': warning(
    'this link leads to another page of the site, so the single HTML file shows it as text: $1',
    'Set "url" in site.yaml to the address of the published site.',
  ),
  'export-remote': warning(
    'the single HTML file leaves out $1, because it is on another server',
    'Download it into the decks folder, and use that copy.',
  ),
  'export-diagram-source': warning('this diagram was not drawn, so the single HTML file shows its source', `To draw it, ${GET_CHROMIUM}`),
  'export-large': warning('the single HTML file is large ($1), so it is slow to open', 'Compress videos and images, or link to them.'),
  'single-missing': warning('the single HTML file was not written: $1', 'If it is too large, compress videos and images, or link to them.'),
  'pdf-missing': warning(
    'no PDF was written: $1',
    `If the machine was busy, run the command again: PDFs that are done are kept. If Chromium is missing, ${GET_CHROMIUM}`,
  ),
  'card-missing': warning(
    'no link preview card was drawn: $1',
    'If another file has its address, rename that file; if a package is missing, reinstall Hedgerow.',
  ),
  'card-picture': warning(
    'the image $1 cannot be drawn, so the link preview card has none: $2',
    'Open the image in an image editor, and save it again.',
  ),
} as const
