import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { best, median } from './statistics.mjs'
import { table } from './table.mjs'

const WARM = 5
const NOTHING = () => undefined

/** What the whole of the core costs for a deck, beside markdown-it with the same extensions on the same slides. */
export async function benchRender({ home, root, decks }, { rounds, say }) {
  const use = (file) => import(pathToFileURL(path.join(home, 'lib', file)).href)
  const { composeDeck } = await use('core/compose-deck.js')
  const { lintDeck } = await use('core/lint/lint-deck.js')
  const { pagePath, relativeUrls } = await use('core/pages/urls.js')
  const { renderDeck } = await use('core/render-deck.js')
  const { openDocument } = await use('core/deck/open-document.js')
  const { parseDeck } = await use('core/deck/parse-deck.js')
  const { createCssChecker } = await use('core/lint/css/check-css.js')
  const { createSanitizer } = await use('core/clean/sanitize.js')
  const { createRenderer } = await use('core/markdown/render-markdown.js')
  const { readClientBundle } = await use('node/package/client-bundle.js')
  const { renderersLoader } = await use('node/compose/load-renderers.js')
  const { readContent } = await use('node/content/read-content.js')

  const content = readContent(root)
  const { highlight, ...renderers } = await renderersLoader()(content.decks.map(({ source }) => source.text).join('\n\n'))
  const render = createRenderer(highlight ?? NOTHING)
  const checkCss = createCssChecker()
  const client = readClientBundle(path.join(home, 'lib/client'))
  const { options, tree } = content
  const parse = (source) => parseDeck(openDocument(source, NOTHING), tree.name, NOTHING)
  const whole = (source) => {
    const context = {
      options,
      client,
      render,
      sanitize: createSanitizer(),
      ...renderers,
      files: tree.files,
      sizeOf: NOTHING,
      bytesOf: NOTHING,
      tellsPlace: NOTHING,
      checkCss,
      idOf: NOTHING,
      isTrusted: NOTHING,
      report: NOTHING,
    }
    const deck = parse(source)
    const urls = relativeUrls(pagePath(deck.id))
    const rendered = renderDeck(deck, { ...context, urls, isTrusted: false, frameHosts: options.embeds })
    lintDeck(rendered, context)
    return composeDeck(rendered, context)
  }
  const markdown = (source) => {
    for (const slide of parse(source).columns.flat())
      for (const passage of [slide, slide.notes ?? []].flat())
        render(passage.markdown, { breaks: true, prefix: '0-0', lang: 'en', report: NOTHING })
  }
  const timed = (work, source) => {
    const started = process.cpuUsage()
    work(source)
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1000
  }

  const rows = []
  for (const [index, { file }] of decks.entries()) {
    say(`render: deck ${index + 1} of ${decks.length}`)
    const source = { path: file, text: readFileSync(path.join(root, file), 'utf8').replace(/\r\n?/g, '\n') }
    for (let turn = 0; turn < WARM; turn++) {
      whole(source)
      markdown(source)
    }
    const times = Array.from({ length: rounds * 3 }, () => [timed(whole, source), timed(markdown, source)])
    rows.push({ file, whole: best(times.map(([time]) => time)), markdown: best(times.map(([, time]) => time)) })
  }
  const ratios = rows.map((row) => row.whole / row.markdown)
  const text = [
    table(
      'Render: CPU milliseconds of one deck, warm, diagrams apart',
      ['deck', 'markdown', 'whole core', 'ratio'],
      rows.map((row) => [row.file, row.markdown.toFixed(2), row.whole.toFixed(2), (row.whole / row.markdown).toFixed(2)]),
    ),
    '',
    `whole core / markdown-it with the same extensions: median of the decks ${median(ratios).toFixed(2)}`,
  ].join('\n')
  return { rows, ratios: { median: median(ratios) }, text }
}
