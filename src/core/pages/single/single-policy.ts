import type { InlineScript } from '../../model.ts'

/**
 * The content security policy of a deck that is a single file: its own scripts by their hashes, its content, and no network.
 * It alone may be in a frame of itself, which its speaker view needs.
 */
export function singlePolicy(scripts: readonly InlineScript[]): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `script-src ${scripts.map(({ hash }) => hash).join(' ')}`,
    // Decks bring styles, and the tools on stage make some: no hash is known beforehand.
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    'media-src data: blob:',
    "connect-src 'none'",
    "frame-src 'self'",
  ].join('; ')
}
