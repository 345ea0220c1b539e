import { describe, expect, test } from 'vitest'
import {
  contentType,
  isSvg,
  isMarkdown,
  isPicture,
  isPublished,
  kindOf,
  largestOf,
  PICTURE_ENDINGS,
  withoutMarkdownEnding,
} from '../../src/core/files.ts'

describe('a file is known by its ending', () => {
  test.each([
    ['a.png', 'image', 'image/png'],
    ['b/A.JPEG', 'image', 'image/jpeg'],
    ['a.bmp', 'image', 'image/bmp'],
    ['a.svg', 'svg', 'image/svg+xml'],
    ['a.min.webm', 'video', 'video/webm'],
    ['a.flac', 'audio', 'audio/flac'],
    ['a.vtt', 'captions', 'text/vtt; charset=utf-8'],
    ['a.pdf', 'pdf', 'application/pdf'],
    ['a.markdown', 'markdown', 'text/markdown; charset=utf-8'],
    ['a.css', 'code', 'text/css; charset=utf-8'],
  ])('%s', (file, kind, type) => {
    expect([kindOf(file), contentType(file)]).toEqual([kind, type])
  })

  test.each(['a', 'png', '.env', 'a.exe', 'a.png.', 'a.constructor', 'a.__proto__'])('%s is nothing to a site', (file) => {
    expect([kindOf(file), contentType(file), isPublished(file), largestOf(file)]).toEqual([undefined, 'application/octet-stream', false, 0])
  })
})

test('every kind of file that a deck can show is published, and has a limit', () => {
  const files = ['a.png', 'a.bmp', 'a.avif', 'a.svg', 'a.mp4', 'a.flac', 'a.vtt', 'a.pdf']
  expect(files.filter((file) => !isPublished(file) || largestOf(file) === 0)).toEqual([])
  expect(['a.md', 'a.html', 'a.js', 'a.css', 'a.woff2', 'a.xml', 'a.svgz', 'a.key', 'a.gpx', 'a.php'].filter(isPublished)).toEqual([])
})

test('files to download are published, but none that configures or protects something', () => {
  const files = [
    'a.zip',
    'b/a.tar.gz',
    'a.csv',
    'a.yaml',
    'a.odp',
    'a.pptx',
    'a.txt',
    'a.json',
    'A.PY',
    'a.ipynb',
    'a.drawio',
    'my-tokenizer.py',
  ]
  expect(files.filter((file) => kindOf(file) !== 'attachment' || !isPublished(file))).toEqual([])
  const others = [
    'site.yaml',
    'a/site.yaml',
    'pads.lock.yaml',
    'package.json',
    'a/package-lock.json',
    'secrets.yaml',
    'a/client-secret.json',
    'credentials.json',
    'passwords.txt',
    'api_token.txt',
  ]
  expect(others.filter(isPublished)).toEqual([])
})

test('pictures are what an <img> shows', () => {
  expect(['a.png', 'a.svg', 'a.mp4', 'a.pdf'].map(isPicture)).toEqual([true, true, false, false])
  expect(['a.png', 'a.svg'].map(isSvg)).toEqual([false, true])
  expect(PICTURE_ENDINGS.map((ending) => isPicture(`a.${ending}`))).not.toContain(false)
})

test('a deck is a file with either ending of markdown', () => {
  expect(['a.md', 'a.MD', 'a.markdown', 'a.mdx', 'md'].map(isMarkdown)).toEqual([true, true, true, false, false])
  expect(['talks/a.b.md', 'a.Markdown', 'a.txt'].map(withoutMarkdownEnding)).toEqual(['talks/a.b', 'a', 'a.txt'])
})

test('private keys and names with a secret as one of their words are not published', () => {
  const files = ['id_rsa.txt', 'a/id_ed25519.log', 'clientSecret.json', 'a/dbPasswords.csv', 'apiToken.test.json']
  expect(files.filter(isPublished)).toEqual([])
  expect(['secretary.csv', 'tokenizer.py', 'myTokens/data.csv', 'valid_rsa.txt'].filter((file) => !isPublished(file))).toEqual([])
})
