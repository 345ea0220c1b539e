import type { ClientBundle, StyleBundle } from '../../src/core/model.ts'

function style(file: string, files: readonly string[] = []): StyleBundle {
  return { file, critical: `/* ${file} */`, tokens: '', files }
}

/** A client bundle of empty files: pages are made without bundling anything. */
export const stubClient: ClientBundle = {
  script: { file: 'deck.js', integrity: 'sha384-stub' },
  stage: { file: 'stage.js', integrity: 'sha384-stub' },
  speaker: { script: { file: 'speaker.js', integrity: 'sha384-stub' }, style: style('speaker.css') },
  single: 'single.js',
  loader: { text: '/* loader */', hash: "'sha256-loader'" },
  scheme: { text: '/* scheme */', hash: "'sha256-scheme'" },
  print: 'print.js',
  dev: 'dev.js',
  licences: 'licences.txt',
  icon: 'icon.svg',
  packages: [{ name: 'reveal.js', version: '6.0.0', licence: 'MIT' }],
  math: style('math.css', ['math.woff2']),
  site: style('site.css'),
  reading: style('reading.css'),
  filter: { text: '/* filter */', hash: "'sha256-filter'" },
  search: { file: 'search.js', integrity: 'sha384-stub' },
  hits: style('hits.css'),
  topics: style('topics.css'),
  themes: { black: style('theme-black.css'), white: style('theme-white.css', ['white.woff2']), scs: style('theme-scs.css') },
  brands: { scs: style('brand-scs.css') },
  pages: { scs: style('page-scs.css') },
  looks: {},
  fonts: { lato: style('font-lato.css', ['lato.woff2']) },
}

/** The same with a brand `composing`, which composes slides. */
export const composingClient: ClientBundle = {
  ...stubClient,
  brands: { ...stubClient.brands, composing: { ...style('brand-composing.css'), canvas: { width: 1280, height: 720 } } },
}

/** The files of that bundle. */
export const stubClientFiles: Readonly<Record<string, string>> = Object.fromEntries(
  [
    stubClient.script.file,
    stubClient.stage.file,
    stubClient.speaker.script.file,
    stubClient.single,
    stubClient.search.file,
    stubClient.licences,
    stubClient.icon,
    ...[
      stubClient.math,
      stubClient.site,
      stubClient.reading,
      stubClient.hits,
      stubClient.topics,
      stubClient.speaker.style,
      ...Object.values(stubClient.themes),
      ...Object.values(stubClient.brands),
      ...Object.values(stubClient.pages),
      ...Object.values(stubClient.fonts),
    ].flatMap((bundle) => [bundle.file, ...bundle.files]),
  ].map((file) => [file, `/* ${file} */`]),
)
