import { expect, test } from 'vitest'
import { formerPaths, gonePaths } from '../../../src/core/outputs/former-paths.ts'
import { readWrittenAddresses, titleOfPage } from '../../../src/core/outputs/read-former.ts'

test('addresses are paths in the site, without its own path, query and hash', () => {
  const addresses = [
    'https://example.org/slides/a.html?q=1#/3',
    'http://example.org/slides/a.html',
    'https://example.org/slides',
    '/slides/2024/%C3%A9t%C3%A9.html',
    '/b.html',
    './c.html#x',
    'd',
    '/%ff.html',
  ]
  const paths = ['a.html', '', '2024/\u00e9t\u00e9.html', 'b.html', 'c.html', 'd', '%ff.html']
  expect(formerPaths(addresses, 'https://example.org/slides')).toEqual({ paths, elsewhere: 0 })
})

test('addresses of other sites are counted if that of the site is known', () => {
  const addresses = [
    'https://elsewhere.example/slides/a.html',
    'https://example.org/blog/',
    '//elsewhere.example/a',
    'mailto:a@example.org',
  ]
  expect(formerPaths(addresses, 'https://example.org/slides/')).toEqual({ paths: [], elsewhere: 4 })
  expect(formerPaths(addresses, undefined)).toEqual({ paths: ['slides/a.html', 'blog/', 'a'], elsewhere: 1 })
  expect(formerPaths(['/a.html'], 'https://[').paths).toEqual(['a.html'])
})

test('a path that leads out of the site is that of a page below it', () => {
  expect(formerPaths(['../../etc/a.html', '/a/../b.html'], undefined).paths).toEqual(['etc/a.html', 'b.html'])
})

test('a page is held with or without its ending, and as the page of a folder', () => {
  const held = new Set(['index.html', 'a.html', 'a.pdf', 'talks/index.html'])
  expect(gonePaths(['', 'a', 'a.html', 'a.pdf', 'talks', 'talks/'], held)).toEqual([])
  expect(gonePaths(['a/', 'b', 'A.html'], held)).toEqual(['a/', 'b', 'A.html'])
})

test('a page that is gone is named once, without its other outputs, and a lost download alone is named', () => {
  const former = ['b.html', 'b', 'b.read.html', 'b.pdf', 'b.md', 'a.pdf', 'assets/x.js', 'hedgerow/speaker.html']
  expect(gonePaths(former, new Set(['a.html']))).toEqual(['b.html', 'a.pdf'])
})

test('a sitemap is read with its entities and CDATA sections, and names its other files', () => {
  const sitemap = `<?xml version="1.0"?>\n<urlset><url><loc>https://e.org/?a=1&amp;b</loc><image:image><image:loc>x</image:loc></image:image></url>
<url><loc><![CDATA[https://e.org/b]]></loc></url></urlset>`
  expect(readWrittenAddresses(sitemap)).toEqual({ addresses: ['https://e.org/?a=1&b', 'https://e.org/b'], sitemaps: [] })
  const index = '<sitemapindex><sitemap><loc>https://e.org/sitemap-1.xml</loc></sitemap></sitemapindex>'
  expect(readWrittenAddresses(index)).toEqual({ addresses: [], sitemaps: ['https://e.org/sitemap-1.xml'] })
  expect(readWrittenAddresses(`${'<a>'.repeat(20_000)}<loc>/b</loc>`).addresses).toEqual(['/b'])
})

test('a list has one address per line', () => {
  expect(readWrittenAddresses('\ufeff# old\r\n\r\n /a.html \n\nb').addresses).toEqual(['/a.html', 'b'])
  expect(readWrittenAddresses('\n# none\n').addresses).toEqual([])
})

test('the title of a page is that of its head', () => {
  expect(titleOfPage('<!doctype html><title> A &amp; B </title><svg><title>C</title></svg>')).toBe('A & B')
  expect(titleOfPage('<p>')).toBeUndefined()
})

test('the page of a folder that listed others is no deck, and one that was alone is', () => {
  const former = ['calls/', 'calls/index.html', 'calls/2024/a.html', 'talk/index.html']
  expect(gonePaths(former, new Set())).toEqual(['calls/2024/a.html', 'talk/index.html'])
})
