import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const modules = fileURLToPath(new URL('node_modules', import.meta.url))
const bin = (name) => path.join(modules, '.bin', name)

/**
 * The programs that show a change while somebody writes: the command that serves the decks of a folder on a port, the page of a deck at its
 * first slide and at the edited one, and how a state of the deck is written.
 */
export function writingPrograms(home, folder) {
  const slidev = path.join(folder, 'slidev')
  mkdirSync(slidev, { recursive: true })
  if (!existsSync(path.join(slidev, 'node_modules'))) symlinkSync(modules, path.join(slidev, 'node_modules'), 'dir')
  const slidevDeck = path.join(slidev, 'slides.md')
  return {
    hedgerow: {
      command: (root, port) => ['node', path.join(home, 'lib/cli/main.js'), 'dev', root, '--port', port],
      page: (deck) => `${deck.id}.html`,
      slide: (deck, { column }) => `${deck.id}.html#/${column}`,
      write: (root, deck, { text }) => writeFileSync(path.join(root, deck.file), text),
    },
    'reveal-md': {
      command: (root, port) => [bin('reveal-md'), root, '--watch', '--disable-auto-open', '--port', port],
      page: (deck) => deck.file,
      slide: (deck, { column }) => `${deck.file}#/${column}`,
      write: (root, deck, { text }) => writeFileSync(path.join(root, deck.file), text),
    },
    // Serves one deck, and has slides in a row.
    slidev: {
      command: (_, port) => [bin('slidev'), slidevDeck, '--port', port],
      page: () => '1',
      slide: (_, { number }) => `${number}`,
      write: (_root, _deck, { text }) => writeFileSync(slidevDeck, inSlidevsForm(text)),
    },
  }
}

// Its own front matter and separators. Its theme would ask another server for fonts.
function inSlidevsForm(text) {
  const body = text.replace(/^---\n[^]*?\n---\n/, '').replace(/^----$/gm, '---')
  return `---\ntheme: default\nfonts:\n  provider: none\n---\n${body}`
}
