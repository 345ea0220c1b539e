import type { ServerResponse } from 'node:http'

/** Headers of every answer: pages of other origins cannot read, embed or frame it, and no browser guesses its type or keeps it. */
export function guardAnswer(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', 'no-store')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  // The speaker view frames its own decks.
  response.setHeader('content-security-policy', "frame-ancestors 'self'")
  response.setHeader('x-frame-options', 'SAMEORIGIN')
}
