import { expect, test } from 'vitest'
import { readWrittenAddresses } from '../../../src/core/outputs/read-written-addresses.ts'

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
