// `{file}` is the way of a file from beside the root, `{absolute}` its path on the machine.

const OUT_OF_THE_ROOT = [
  ...['/../{file}', '/%2e%2e/{file}', '/..%2f{file}', '/%2e%2e%2f{file}', '/.%2e/{file}', '/%252e%252e/{file}', '/%c0%ae%c0%ae/{file}'],
  ...[
    '/..\\{file}',
    '/..%5c{file}',
    '/\\..\\{file}',
    '//../{file}',
    '/./../{file}',
    '/;/../{file}',
    '/../../../../../../../../..{absolute}',
  ],
  ...['/assets/../../{file}', '/assets/%2e%2e/%2e%2e/{file}', '/assets/..%2f..%2f{file}', '/assets/..\\..\\{file}', '/assets/{absolute}'],
  ...['/dot.gif/../../{file}', '/dot.gif%00/../../{file}', '/../{file}%00.gif', '/../{file}?x.gif', '/../{file}#x.gif'],
  ...['{absolute}', '/{absolute}', 'http://127.0.0.1{absolute}', 'file://{absolute}', '*', '{file}', '../{file}'],
  // Links.
  ...['/outside/{file}', '/outside/dot.gif', '/outside', '/out.gif', '/out.png', '/out.svg'],
]

const OF_VITE = [
  ...['/@fs{absolute}', '/@fs/{absolute}', '/@fs{absolute}?raw', '/@fs{absolute}?import&raw', '/@fs{absolute}?url', '/@fs{absolute}?raw??'],
  ...['/@fs{absolute}?inline', '/@fs{absolute}?import&inline=1.wasm?init', '/@fs/x/x/../..{absolute}', '/@fs#/../{absolute}'],
  ...['/@vite/client', '/@vite/env', '/@id/vite', '/@id/__x00__{absolute}', '/@id/{absolute}?raw', '/@react-refresh', '/__vite_ping'],
  ...['/__open-in-editor?file={absolute}', '/node_modules/vite/package.json', '/package.json', '/src/core/model.ts', '/manifest.json'],
  ...['/assets/manifest.json', '/source/deck.ts', '/assets/source/deck.ts', '/assets/..%2fsource%2fdeck.ts'],
  ...['/@hedgerow/', '/@hedgerow/changes/', '/@hedgerow/changes/../../{file}'],
]

const IN_THE_ROOT = [
  ...[
    '/site.yaml',
    '/site.yaml?raw',
    '/talk.md%3fraw',
    '/talk.md/',
    '/TALK.MD',
    '/talk.html/../talk.md',
    '/notes.md',
    '/notes',
    '/notes.html',
    '/notes.txt',
  ],
  ...['/.env', '/%2eenv', '/.hidden.gif', '/.git/config', '/.hidden/dot.gif', '/node_modules/some/index.js', '/node_modules/some/dot.gif'],
]

const BROKEN = [
  ...['/%', '/%zz', '/%E0%A4%A', '/%E0%A4%A.gif', '/%ff', '/talk.html%', '/\0', '/talk.md\0', '/\u007f', '/\u00e9', '/talk.html x', ''],
  ...[`/${'a'.repeat(7000)}`, `/${'a'.repeat(100_000)}`, `/${'%2e%2e%2f'.repeat(800)}etc/passwd`, `/${'../'.repeat(2000)}etc/passwd`],
]

/** Targets of requests that lead to nothing that is anybody's business, in a root that `makeGuardedRoot` has made. */
export const hostilePaths: readonly string[] = [...OUT_OF_THE_ROOT, ...OF_VITE, ...IN_THE_ROOT, ...BROKEN]
