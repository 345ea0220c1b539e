// Builds the folders that the other side names, and says of each deck how long it took and what is wrong with it.
import { composeSite } from '../../lib/node/site/compose-site.js'
import { composeInProcess } from '../../lib/node/compose/in-process.js'
import { clientFolder } from '../../lib/node/package/package-paths.js'
import { readClientBundle } from '../../lib/node/package/client-bundle.js'
import { pageFaults, scriptsOf } from './check-page.mjs'

const client = readClientBundle(clientFolder)

// Drawings that hold whatever the author wrote: nothing may rest on what a tool makes of it.
const diagramRenderer = {
  script: { name: 'draw.js', file: '', bytes: 1 },
  close: async () => undefined,
  draw: async ({ source }) => {
    if (source.length % 3 === 0) return { drawing: { problem: 'it is not drawn', line: 1 }, took: 0 }
    const drawing = source.length % 3 === 1 ? { later: 'it is not drawn here' } : { svg: `<svg id="a" viewBox="0 0 9 9">${source}</svg>` }
    return { drawing, took: 0 }
  },
}

let scripts = new Set()

// Milliseconds of work: what else the machine does is no fault of a deck.
function cpuTime() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function build(folder) {
  const pages = new Map()
  let started = cpuTime()
  let open = ''
  const send = (message) => process.send(message)
  // The time of a deck begins with the reading of all.
  const end = () => {
    send({ took: cpuTime() - started, path: open })
    started = cpuTime()
  }
  const openComposer = (setup, draw) => {
    const composer = composeInProcess(setup, draw)
    return {
      ...composer,
      async compose(document) {
        open = document.source.path
        send({ open })
        const composition = await composer.compose(document)
        if (composition.composed) pages.set(open, composition.composed.page.content)
        end()
        return composition
      },
    }
  }
  send({ open: '' })
  const { diagnostics, content } = await composeSite(folder, { client, diagramRenderer, openComposer }, () => undefined)
  return { pages, diagnostics, skipped: content.skipped }
}

function faultsOf(file, { pages, diagnostics, skipped }) {
  const failed = diagnostics.find((found) => found.file === file && found.code === 'deck-failed')
  if (failed) return [`deck-failed: ${failed.message}`]
  const page = pages.get(file)
  if (page !== undefined) return pageFaults(page, scripts)
  const isSaid = skipped.includes(file) || diagnostics.some((found) => found.file === file && found.severity === 'error')
  return isSaid ? [] : ['there is no page, and nothing says why']
}

process.on('message', ({ folder, files }) => {
  build(folder)
    .then((built) => {
      for (const file of files) {
        process.send({ open: file })
        const faults = faultsOf(file, built)
        if (faults.length > 0) return process.send({ failure: { kind: 'page', path: file, detail: faults.slice(0, 5).join('; ') } })
      }
      return process.send({ done: true })
    })
    .catch((cause) => process.send({ failure: { kind: 'throw', detail: `${cause?.stack ?? cause}` } }))
})

// A deck without anything in it says which scripts are ours.
const { pages } = await build(process.argv[2])
for (const page of pages.values()) scripts = new Set([...scripts, ...scriptsOf(page)])
process.send({ ready: scripts.size > 0 })
