import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { composeInProcess } from '../../../src/node/compose/in-process.ts'
import { composeInWorker } from '../../../src/node/compose/in-worker.ts'
import type { OpenComposer } from '../../../src/node/compose/composer.ts'
import { openPictureMaker } from '../../../src/node/pictures/picture-maker.ts'
import { withTemporarySite } from '../../../src/node/site/build-site.ts'
import { makeFolder, writeFiles } from '../../support/make-folder.ts'
import { makeBlack, makePhoto } from '../../support/make-photo.ts'
import { stubClient, stubClientFiles } from '../../support/stub-client.ts'
import { stubDiagramRenderer } from '../../support/stub-diagram-renderer.ts'

const DECK = `---
type: slide
title: A
---

<!-- .slide: data-background="photos/wide.jpg" -->

# A

---

![a walk](photos/walk.jpg) ![the same](photos/walk.jpg =240x) ![a dot](dot.png)
`

/** Builds a site with copies of its pictures, unless its options say otherwise. */
async function build(files: Readonly<Record<string, string | Buffer>>, openComposer: OpenComposer = composeInProcess) {
  const root = makeFolder(files)
  const clientFolder = path.join(root, '../client')
  writeFiles(clientFolder, stubClientFiles)
  const pictureMaker = openPictureMaker(path.join(root, '../cache'))
  onTestFinished(() => pictureMaker?.close())
  const tools = { root, clientFolder, client: stubClient, diagramRenderer: stubDiagramRenderer, openComposer, pictureMaker }
  return withTemporarySite({ ...tools, withoutFiles: true, onProgress: () => undefined }, async ({ folder, built }) => {
    const read = (file: string) => readFileSync(path.join(folder, file), 'utf8').replace(/pictures\/[0-9a-f]{16}/g, 'pictures/…')
    return {
      files: [...built.files.keys()]
        .map((file) => file.replace(/pictures\/[0-9a-f]{16}/, 'pictures/…'))
        .filter((file) => /\.(jpg|png|webp)$/.test(file))
        .toSorted(),
      messages: built.diagnostics.map(({ code, line, message }) => `${line} ${code}: ${message}`),
      deck: read('a.html'),
      reading: read('a.read.html'),
      index: read('index.html'),
      bytes: built.files,
    }
  })
}

const photos = async () => ({
  'photos/wide.jpg': await makePhoto(2000, 900),
  'photos/walk.jpg': await makePhoto(1200, 300),
  'dot.png': makeBlack(8, 8),
})
const imagesOf = (page: string) => page.match(/<img [^>]*>/g) ?? []

test('pages show copies of pictures, and the pictures themselves stay beside them', async () => {
  const { files, deck, reading, index, messages } = await build({ 'a.md': DECK, ...(await photos()) })
  expect(messages).toEqual([])
  expect(files).toEqual([
    'dot.png',
    'hedgerow/pictures/…-1200.webp',
    'hedgerow/pictures/…-1920.webp',
    'hedgerow/pictures/…-320.webp',
    'hedgerow/pictures/…-320.webp',
    'hedgerow/pictures/…-960.webp',
    'hedgerow/pictures/…-960.webp',
    'photos/walk.jpg',
    'photos/wide.jpg',
  ])
  const srcset = 'srcset="hedgerow/pictures/…-320.webp 320w, hedgerow/pictures/…-960.webp 960w, hedgerow/pictures/…-1200.webp 1200w"'
  expect(imagesOf(deck)).toEqual([
    expect.stringMatching(/ src="photos\/walk\.jpg" .* sizes="\(max-width: 480px\) min\(100vw, 1200px\), 1200px">$/),
    expect.stringMatching(/ src="photos\/walk\.jpg" .* sizes="min\(25vw, 34\.3vh\)">$/),
    expect.not.stringContaining('srcset'),
  ])
  expect(imagesOf(deck)[0]).toContain(srcset)
  expect(deck).toContain('data-background="photos/wide.jpg" data-shown-background="hedgerow/pictures/…-1920.webp"')
  expect(deck).toContain('background-image:url(hedgerow/pictures/…-1920.webp)')
  expect(deck).toContain('<link rel="preload" as="image" href="hedgerow/pictures/…-1920.webp" fetchpriority="high">')
  expect(imagesOf(reading)[0]).toMatch(
    / src="photos\/wide\.jpg" srcset="hedgerow\/pictures\/…-320\.webp 320w, hedgerow\/pictures\/…-960\.webp 960w, .*" sizes="\(max-width: 720px\) 100vw, 475px" /,
  )
  expect(imagesOf(reading)[1]).toMatch(/ src="photos\/walk\.jpg" .* sizes="\(max-width: 480px\) min\(100vw, 1200px\), 1200px">$/)
  expect(index).toContain('hedgerow/pictures/…-960.webp')
  expect(index).not.toMatch(/wide\.jpg|srcset/)
})

test('the list of the index shows the narrowest copies, and what is large there a wider one', async () => {
  const dated = (date: string, photo: string) =>
    `---\ntype: slide\ndate: ${date}\n---\n\n<!-- .slide: data-background="${photo}" -->\n\n# Talk\n`
  const decks = { 'a.md': dated('2024-05-02', 'photos/wide.jpg'), 'b.md': dated('2024-04-04', 'photos/walk.jpg') }
  const { index } = await build({ ...decks, ...(await photos()) })
  const shown = imagesOf(index).map((image) => [/-(\d+)\.webp/.exec(image)?.[1], / width="(\d+)"/.exec(image)?.[1]])
  expect(new Set(shown.map(String))).toEqual(new Set(['960,960', '320,128']))
})

test('the thread that composes decks asks for the same copies', async () => {
  const files = { 'a.md': DECK, ...(await photos()) }
  const [inThread, inProcess] = [await build(files, composeInWorker()), await build(files)]
  expect([...inThread.bytes]).toEqual([...inProcess.bytes])
}, 60_000)

test('with `pictures: original`, pages show the pictures themselves', async () => {
  const { files, deck, messages } = await build({
    'site.yaml': 'pictures: original',
    'a.md': DECK,
    'photos/wide.jpg': await makePhoto(1200, 900),
    'photos/walk.jpg': makeBlack(8, 8),
    'dot.png': makeBlack(8, 8),
  })
  expect(files).toEqual(['dot.png', 'photos/walk.jpg', 'photos/wide.jpg'])
  expect(deck).not.toMatch(/srcset|hedgerow\/pictures/)
  expect(deck).toContain('data-background="photos/wide.jpg"')
  expect(messages).toEqual([])
})

test('a picture that cannot be copied is shown as it is, with a message', async () => {
  const broken = { ...(await photos()), 'photos/walk.jpg': (await makePhoto(1200, 600)).subarray(0, 50_000) }
  const { files, deck, messages } = await build({ 'a.md': DECK, ...broken })
  expect(messages).toEqual([
    expect.stringMatching(/^12 image-original: no smaller copies of photos\/walk\.jpg could be made, so it is shown as it is: /),
  ])
  expect(files).toContain('photos/walk.jpg')
  expect(imagesOf(deck).join('')).not.toContain('srcset')
})

test('a background in its own size is the image itself', async () => {
  const { deck } = await build({
    'a.md': '---\ntype: slide\n---\n\n<!-- .slide: data-background-image="wide.jpg" data-background-size="auto" -->\n\n# A\n',
    'wide.jpg': await makePhoto(1200, 300),
  })
  expect(deck).toContain('data-background-image="wide.jpg"')
  expect(deck).not.toContain('.webp')
})

test('animations stay as they are', async () => {
  const frame = await makePhoto(600, 400)
  const animation = await sharp([frame, await sharp(frame).negate().toBuffer()], { join: { animated: true } })
    .webp({ quality: 95 })
    .toBuffer()
  const { files } = await build({ 'a.md': '---\ntype: slide\n---\n\n![a film](film.webp)\n', 'film.webp': animation })
  expect(files).toEqual(['film.webp'])
})
