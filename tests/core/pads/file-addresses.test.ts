import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findFileAddresses, type FileAddressOptions, rewriteAddresses } from '../../../src/core/pads/file-addresses.ts'
import { propertyRuns } from '../../support/property-runs.ts'
import { randomDeck } from '../../support/random-deck.ts'

const server = 'https://pad.example.org/'
const uuid = '7d8e3f2a-0b1c-4d5e-8f90-123456789abc'
const upload = `${server}uploads/${uuid}.png`

/** A deck with the text on its second slide, its first address replaced by `new.png`. */
function rewritten(text: string, options: FileAddressOptions = { server }): string {
  const [found] = findFileAddresses(text, options)
  return found ? rewriteAddresses(text, new Map([[found.url, 'new.png']]), options) : text
}

const kindsOf = (text: string, options: FileAddressOptions = { server }) =>
  findFileAddresses(text, options).map(({ url, kind }) => `${kind} ${url}`)

describe('addresses of files are found', () => {
  test.each([
    `![](${upload})`,
    `![a picture](${upload} "with a title" =200x100)`,
    `![](<${upload}>)`,
    `![](  ${upload}   )`,
    `![a][ref]\n\n[ref]: ${upload} "title"`,
    `![ref][]\n\n[ref]:<${upload}>`,
    `[![](${upload})](https://example.org)`,
    `[the slides](${upload.replace('png', 'pdf')})`,
    `{%pdf ${upload.replace('png', 'pdf')} %}`,
    `<img src="${upload}" width="200">`,
    `<img width=200 src=${upload}>`,
    `<img src='${upload}'/>`,
    `<IMG SRC = "${upload}">`,
    `<div>\n<img\n  alt="x"\n  src="${upload}"\n></div>`,
    `<video src="${upload.replace('png', 'mp4')}"></video>`,
    `<video poster="${upload}" src="a.mp4"></video>`,
    `<video><source src="${upload.replace('png', 'webm')}" type="video/webm"></video>`,
    `<audio controls src="${upload.replace('png', 'mp3')}"></audio>`,
    `<a href="${upload.replace('png', 'zip')}">all</a>`,
    `<!-- .slide: data-background="${upload}" -->`,
    `<!-- .slide: data-background-image='${upload}' data-transition="none" -->`,
    `<!-- .slide: data-background-video="${upload.replace('png', 'mp4')}" -->`,
    `---\nslideOptions:\n  parallaxBackgroundImage: ${upload}\n---\n\n# A`,
    `---\nslideOptions: { parallaxBackgroundImage: '${upload}' }\n---\n\n# A`,
    `---\nslideOptions:\n  parallaxBackgroundImage: '![](${upload})'\n---\n\n# A`,
    `<!-- .slide: data-background="![](${upload})" -->`,
    `---\nopengraph:\n  image: "${upload}"\n---\n\n# A`,
    `---\nmarp: true\nbackgroundImage: url('${upload}')\n---\n\n# A`,
    `---\nmarp: true\n---\n\n![bg right:40%](${upload})\n\n# A`,
    `---\nmarp: true\n---\n\n<!-- _backgroundImage: "url(${upload})" -->\n\n# A`,
    `# A\n\nNote:\n![](${upload})`,
    `* a\n  * ![](${upload})`,
    `> ![](${upload})`,
    `| a |\n|---|\n| ![](${upload}) |`,
    `:::info\n![](${upload})\n:::`,
    `text[^1]\n\n[^1]: ![](${upload})`,
  ])('%s', (text) => {
    const [found] = findFileAddresses(text, { server })
    expect(found?.kind).toBe('upload')
    expect(found?.spans.map(([start, end]) => text.slice(start, end))).toEqual([found?.written])
    expect(rewritten(text)).toBe(text.replace(/https:\/\/pad\.example\.org\/uploads\/[\w.-]+/, 'new.png'))
  })

  test.each([
    ['/uploads/photo.png', `upload ${server}uploads/photo.png`],
    [`/media/${uuid}`, `upload ${server}media/${uuid}`],
    ['//pad.example.org/uploads/a.png', `upload ${server}uploads/a.png`],
    ['http://pad.example.org/uploads/a.png', 'upload http://pad.example.org/uploads/a.png'],
    [`https://old.example.net/pads/uploads/${uuid}.jpg`, `upload https://old.example.net/pads/uploads/${uuid}.jpg`],
    ['https://old.example.net/uploads/upload_0123456789abcdef0123456789abcdef.png', 'upload'],
    [`https://s3.eu-central-1.amazonaws.com/bucket/uploads/${uuid}.png`, 'upload'],
    [`https://minio.example.org:9000/bucket/uploads/${uuid}.png`, 'upload'],
    ['https://i.imgur.com/aBcDeFg.png', 'upload'],
    [`https://account.blob.core.windows.net/pads/${uuid}.png`, 'upload'],
    ['https://hackmd.io/_uploads/HkX9xYz.png', 'upload'],
    ['https://pad.example.org/screenshots/a.png', 'upload'],
    ['https://example.org/wp-content/uploads/2020/02/a.jpg', 'elsewhere'],
    ['https://notes.example.net/uploads/logo.png', 'upload'],
    ['https://example.org/uploads/logo.png', 'elsewhere'],
    ['https://gitlab.example.org/group/uploads/0123456789abcdef0123456789abcdef/a.png', 'elsewhere'],
    ['https://upload.wikimedia.org/wikipedia/commons/a/a9/Example.jpg', 'elsewhere'],
    ['https://example.org/picture?id=3&size=2', 'elsewhere https://example.org/picture?id=3&size=2'],
    ['https://user-images.githubusercontent.com/1/2-7d8e3f2a-0b1c.png', 'elsewhere'],
  ])('%s', (address, expected) => {
    expect(kindsOf(`![](${address})`)[0]).toMatch(
      expected.includes(' ') ? new RegExp(`^${expected.replace(/[?.&]/g, '\\$&')}$`) : new RegExp(`^${expected} `),
    )
  })

  test('and not where they are no addresses of files', () => {
    const texts = [
      '![](a.png)',
      '![](images/a.png)',
      '![](/images/a.png)',
      `![](data:image/png;base64,iVBORw0KGgo=)`,
      '![](blob:https://example.org/1)',
      `[page](https://example.org/)`,
      `[a pad](${server}abc)`,
      `[a file elsewhere](https://example.org/report.pdf)`,
      `[a page](${server}uploads/${uuid}.html)`,
      upload,
      `<${upload}>`,
      `see ${upload}, please`,
      `\`![](${upload})\``,
      `\`\`\`\n![](${upload})\n\`\`\``,
      `~~~ html\n<img src="${upload}">\n~~~`,
      `* a\n\n  \`\`\`\n  ![](${upload})\n  \`\`\``,
      `text\n\n    ![](${upload})`,
      `<code>&lt;img src="${upload}"></code>`,
      `<!-- ![](${upload}) -->`,
      `<!--\n<img src="${upload}">\n-->`,
      `[ref]: ${upload}`,
      `\\![](`.concat(upload),
      `![alt ${upload}](a.png "title ${upload}")`,
    ]
    for (const text of texts) expect([text, ...kindsOf(text)]).toEqual([text])
  })

  test('with all their places, but not those in code or in the text', () => {
    const text = `---\ntitle: ${upload}\n---\n\n![](${upload})\n\n\`${upload}\`\n\n[${upload}](${upload})\n\n---\n\n\`\`\`\n![](${upload})\n\`\`\`\n\n<img src="${upload}">\n${upload}`
    const [found, ...others] = findFileAddresses(text, { server })
    expect(others).toEqual([])
    expect(found?.line).toBe(5)
    expect(found?.spans).toHaveLength(3)
    expect(rewritten(text)).toBe(
      `---\ntitle: ${upload}\n---\n\n![](new.png)\n\n\`${upload}\`\n\n[${upload}](new.png)\n\n---\n\n\`\`\`\n![](${upload})\n\`\`\`\n\n<img src="new.png">\n${upload}`,
    )
  })

  test('in every spelling, as one file', () => {
    const address = `${server}uploads/a.png?x=1&y=2`
    const text = `![](${address})\n<img src="${address.replace('&', '&amp;')}">\n<img src='${address.replace('&', '&#38;')}'>\n![](${address.replace('&', '\\&')})\n\n![](${address}#view)`
    const found = findFileAddresses(text, { server })
    expect(found.map(({ url, spans }) => [url, spans.length])).toEqual([[address, 5]])
    expect(rewritten(text)).toBe(`![](new.png)\n<img src="new.png">\n<img src='new.png'>\n![](new.png)\n\n![](new.png#view)`)
  })

  test.each([
    ['![](https://pad.example.org/uploads/Übersicht%20neu.png)', '![](new.png)'],
    ['![](<https://pad.example.org/uploads/Übersicht neu.png>)', '![](<new.png>)'],
    ['![](https://pad.example.org/uploads/Übersicht neu.png)', '![](new.png)'],
    ['![](https://pad.example.org/uploads/a_(1).png "b")', '![](new.png "b")'],
    ['![](https://pad.example.org/uploads/a\\_b\\*.png)', '![](new.png)'],
    ['<img src="https://pad.example.org/uploads/it&#39;s.png">', '<img src="new.png">'],
    ['<img src="https://pad.example.org/uploads/a b.png">', '<img src="new.png">'],
    ['![](https://münchen.example/uploads/7d8e3f2a-0b1c-4d5e-8f90-123456789abc.png)', '![](new.png)'],
    ['[x](https://pad.example.org/uploads/a.pdf#page=3)', '[x](new.png#page=3)'],
    ['<video src="/uploads/tour.mp4#t=10,20"></video>', '<video src="new.png#t=10,20"></video>'],
  ])('%s', (text, expected) => {
    expect(rewritten(text)).toBe(expected)
  })

  test('one that starts like another is a file of its own', () => {
    const text = '![](/uploads/a.png) ![](/uploads/a.png?b) ![](https://pad.example.org/uploads/a.png.jpg) ![](/uploads/a.png)'
    expect(findFileAddresses(text, { server }).map(({ url, spans }) => [url, spans.length])).toEqual([
      [`${server}uploads/a.png`, 2],
      [`${server}uploads/a.png?b`, 1],
      [`${server}uploads/a.png.jpg`, 1],
    ])
    expect(rewritten('![](/uploads/a.png) [x](https://web.example.org/https://pad.example.org/uploads/a.png)')).toBe(
      '![](new.png) [x](https://web.example.org/https://pad.example.org/uploads/a.png)',
    )
  })

  test('without a server, relative addresses stay as they are written', () => {
    expect(kindsOf('![](/uploads/a.png)', {})).toEqual(['upload /uploads/a.png'])
    expect(kindsOf(`![](${upload})`, {})).toEqual([`upload ${upload}`])
    expect(kindsOf('![](https://media.example.org/a.png)', { hosts: ['media.example.org'] })).toEqual([
      'upload https://media.example.org/a.png',
    ])
  })

  test('in a deck whose front matter cannot be read', () => {
    expect(kindsOf(`---\ntitle: "a\n---\n\n![](${upload})`)).toEqual([`upload ${upload}`])
  })
})

describe('rewritten addresses', () => {
  test('leave line ends, byte order mark and the end of the file alone', () => {
    for (const [end, mark] of [
      ['\r\n', '\ufeff'],
      ['\r\n', ''],
      ['\n', '\ufeff'],
      ['\r', ''],
    ] as const) {
      const text = `${mark}${['---', 'type: slide', '---', '', '😀', `![](${upload})`, '', '---', '', `<img src="${upload}">`].join(end)}`
      expect(findFileAddresses(text, { server }).map(({ line }) => line)).toEqual([6])
      expect(rewritten(text)).toBe(text.replaceAll(upload, 'new.png'))
    }
  })

  test('can be written back, in random decks', () => {
    const spellings = [
      upload,
      upload.replace('https:', ''),
      '/uploads/a%20b.png',
      `${server}uploads/ä.png?a=1&amp;b=2`,
      'https://example.org/x.jpg',
      '/media/7d8e3f2a-0b1c-4d5e-8f90-123456789abc',
    ]
    const places = [
      (a: string) => `![](${a})`,
      (a: string) => `<img src="${a}">`,
      (a: string) => `\`${a}\``,
      (a: string) => `[x](${a} "${a}")`,
      (a: string) => `\n\n---\n\n<!-- .slide: data-background="${a}" -->\n\n`,
      (a: string) => `\n\n\`\`\`\n${a}\n\`\`\`\n\n`,
      (a: string) => ` ${a} `,
    ]
    const piece = fc.tuple(fc.constantFrom(...spellings), fc.constantFrom(...places)).map(([address, place]) => place(address))
    fc.assert(
      fc.property(
        randomDeck,
        fc.array(piece, { maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        fc.infiniteStream(fc.nat()),
        ({ text }, pieces, end, stream) => {
          const lines = text.split('\n')
          for (const written of pieces) {
            const at = (stream.next().value as number) % lines.length
            lines[at] += ` ${written}`
          }
          const deck = lines.join('\n').replaceAll('\n', end)
          const found = findFileAddresses(deck, { server })
          const names = new Map(found.map(({ url }, index) => [url, `file-${index}.png`]))
          const changed = rewriteAddresses(deck, names, { server })
          // Nothing is left to do, and each place has its new name.
          const spans = found
            .flatMap(({ url, spans: all }) => all.map((span) => [...span, names.get(url) ?? ''] as const))
            .toSorted(([one], [other]) => one - other)
          let [back, from, shift] = ['', 0, 0]
          for (const [start, finish, name] of spans) {
            expect(changed.slice(start + shift, start + shift + name.length)).toBe(name)
            back += changed.slice(from, start + shift) + deck.slice(start, finish)
            from = start + shift + name.length
            shift += name.length - (finish - start)
          }
          expect(back + changed.slice(from)).toBe(deck)
          expect(findFileAddresses(changed, { server }).filter(({ url }) => names.has(url))).toEqual([])
        },
      ),
      propertyRuns(15),
    )
  }, 120_000)

  test('are limited in their number and length', () => {
    const many = Array.from({ length: 1100 }, (_, index) => `![](/uploads/${index}.png)`).join('\n')
    expect(findFileAddresses(many, { server })).toHaveLength(1000)
    expect(findFileAddresses(`![](${server}${'&amp;'.repeat(20_000)})`, { server })).toEqual([])
  }, 120_000)
})
