import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { pictureFacts } from '../../../src/node/assets/picture-facts.ts'
import { publishAsset } from '../../../src/node/site/publish-asset.ts'
import { openSiteWriter } from '../../../src/node/site/write-site.ts'
import { makeFolder } from '../../support/make-folder.ts'
import { avif, gif, jpeg, png, webp } from '../../support/make-pictures.ts'

const photos = fileURLToPath(new URL('../../diagnostics/image-location/', import.meta.url))

function publish(root: string, ...assets: readonly string[]) {
  const site = path.join(root, '../site')
  mkdirSync(site)
  const writer = openSiteWriter(site)
  for (const asset of assets) publishAsset(root, asset, writer)
  return { site, files: writer.files }
}

test('a published picture does not say where it was taken, and looks the same', () => {
  const root = makeFolder()
  const names = ['walk.jpg', 'shore.png', 'lake.webp']
  for (const name of names) copyFileSync(path.join(photos, name), path.join(root, name))
  const { site, files } = publish(root, ...names)
  for (const name of names) {
    expect(pictureFacts(root)(name).hasLocation).toBe(true)
    expect(pictureFacts(site)(name)).toEqual({ ...pictureFacts(root)(name), hasLocation: false })
    expect(files.get(name)).toBe(readFileSync(path.join(site, name)).length)
  }
})

test('no format keeps what a camera or an editor has written into it', () => {
  const pictures = { 'a.jpg': jpeg, 'a.png': png, 'a.webp': webp, 'a.gif': gif, 'a.avif': avif }
  for (const [name, { places, make }] of Object.entries(pictures)) {
    const root = makeFolder({ [name]: make('Mistletoe Lane', places) })
    const { site } = publish(root, name)
    expect(readFileSync(path.join(root, name)).includes('Mistletoe Lane'), name).toBe(true)
    expect(readFileSync(path.join(site, name)).includes('Mistletoe Lane'), name).toBe(false)
  }
})

test('what is no picture, whatever its name, stays as it is', () => {
  const files = { 'photo.jpg': 'no photo', 'a.pdf': '\xff\xd8\xff\xe1\0\x06Exif', 'empty.png': '' }
  const { site } = publish(makeFolder(files), ...Object.keys(files))
  for (const [name, content] of Object.entries(files)) expect(readFileSync(path.join(site, name), 'utf8')).toBe(content)
})
