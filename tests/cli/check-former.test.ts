import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const deck = (title: string, options = '') => `---\ntype: slide\ntitle: ${title}\n${options}---\n\n# ${title}\n`

// A folder of decks and beside it what the site was.
function workplace(decks: Readonly<Record<string, string>>): string {
  return makeFolder(Object.fromEntries(Object.entries(decks).map(([name, text]) => [`decks/${name}`, text])))
}

const checkFormer = (root: string, former: string, format = 'line') =>
  runCommand(root, ['check', 'decks', '--former', former, '--format', format])

describe('a former site', () => {
  test('as it was built: names pages that are gone, and the decks that most likely are the same', async () => {
    const root = workplace({
      'calls/2024-09-05.md': deck('Call'),
      'calls/2024-10-03.md': deck('Call', 'tags: cloud\n'),
      'welcome.md': deck('Welcome'),
      'gone.md': deck('Something else'),
      'kept.md': deck('Kept', 'aliases: /before.html\n'),
    })
    await runCommand(root, ['build', 'decks', '--out', 'former'])
    const to = (from: string, name: string) => renameSync(path.join(root, 'decks', from), path.join(root, 'decks', name))
    mkdirSync(path.join(root, 'decks/community'))
    to('calls/2024-09-05.md', 'community/20240905.md')
    to('calls/2024-10-03.md', 'community/20241003.md')
    to('welcome.md', 'first-steps.md')
    rmSync(path.join(root, 'decks/gone.md'))
    writeFileSync(path.join(root, 'decks/kept.md'), deck('Kept'))
    writeFileSync(path.join(root, 'decks/community/20241003.md'), deck('Call', 'aliases: /x.html\n'))
    const { stdout, status } = await checkFormer(root, 'former', 'json')
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: Readonly<Record<string, unknown>>[] }
    const found = diagnostics.map(({ code, file, line, message, help }) => [code, file, line, message, help])
    const gone = (address: string) => `the site has no page at the former address "${address}", so links to it are broken`
    const help = (alias: string, owner: string) => `Add \`${alias}\` to \`aliases\` in the front matter of ${owner}.`
    const same = 'this deck, if it is the same under a new name'
    const other = 'the deck that takes its place'
    expect(found).toEqual([
      ['address-gone', 'decks/community/20240905.md', 1, gone('/calls/2024-09-05.html'), help('/calls/2024-09-05.html', same)],
      ['address-gone', 'decks/community/20241003.md', 1, gone('/calls/2024-10-03.html'), help('/calls/2024-10-03.html', same)],
      ['address-gone', 'decks/first-steps.md', 1, gone('/welcome.html'), help('/welcome.html', same)],
      ['address-gone', 'decks/site.yaml', undefined, gone('/before.html'), help('/before.html', other)],
      ['address-gone', 'decks/site.yaml', undefined, gone('/gone.html'), help('/gone.html', other)],
      [
        'address-lost',
        'decks/site.yaml',
        undefined,
        'the site has nothing at the former address "/tags/cloud.html", and a deck cannot have it as an alias',
        'Redirect it on the server, or correct the links to it.',
      ],
    ])
    expect(status).toBe(0)
  })

  test('of which nothing is gone is not mentioned: pages, reading views, downloads, tags, the index and aliases', async () => {
    const root = workplace({
      'a.md': deck('A', 'date: 2026-01-01\ntags: cloud\naliases: [/old, /older/]\n'),
      'site.yaml': 'url: https://example.org/slides/\npdf: true\nsingleFile: true\n',
      '../list.txt': [
        'a.html',
        'a',
        'a.read.html',
        'a.pdf',
        'a.single.html',
        'a.md',
        'tags/cloud.html',
        '',
        'old',
        'old.html',
        'older/',
        'feed.xml',
      ]
        .map((name) => `https://example.org/slides/${name}?x=1#/2`)
        .join('\n'),
    })
    expect((await checkFormer(root, 'list.txt')).stdout).toBe('')
  })

  test('as a sitemap: a draft is not published, and addresses of other sites are counted once', async () => {
    const root = workplace({
      'a.md': deck('A', 'draft: true\n'),
      'b.md': deck('B'),
      'site.yaml': 'url: https://example.org/slides/\n',
      '../sitemap.xml': '<sitemapindex><sitemap><loc>https://example.org/slides/sitemap-1.xml</loc></sitemap></sitemapindex>',
      '../sitemap-1.xml': `<urlset>${['slides/a.html', 'slides/b.html', 'blog/', 'shop/']
        .map((name) => `<url><loc>https://example.org/${name}</loc></url>`)
        .join('')}</urlset>`,
    })
    const { stdout } = await checkFormer(root, 'sitemap.xml')
    expect(stdout).toContain('decks/a.md:1:1: warning the site has no page at the former address "/a.html"')
    expect(stdout).toContain('decks/site.yaml:1:1: info not all former addresses were checked: 2 outside https://example.org/slides/')
    expect(stdout.trimEnd().split('\n')).toHaveLength(2)
    expect((await checkFormer(root, 'sitemap.xml', 'github')).stdout).toContain('::warning file=decks/a.md,line=1')
    expect((await checkFormer(root, 'sitemap.xml', 'sarif')).stdout).toContain('"ruleId":"address-gone"')
    expect((await checkFormer(root, 'sitemap.xml', 'text')).stderr).toContain('or publish this deck')
  })

  test('of which only downloads are gone: names them, from a folder as from a list', async () => {
    const notes = (options: string) => `${deck('A', options)}\nNote: For me\n`
    const root = workplace({ 'a.md': notes(''), 'b.md': deck('B'), '../list.txt': 'a.html\na.md\na.pdf\nb.md\n' })
    await runCommand(root, ['build', 'decks', '--out', 'former'])
    writeFileSync(path.join(root, 'former/a.pdf'), '')
    writeFileSync(path.join(root, 'former/other.pdf'), '')
    writeFileSync(path.join(root, 'decks/a.md'), notes('notes: false\n'))
    const lost = (address: string) =>
      `decks/site.yaml:1:1: warning the site has nothing at the former address "${address}", and a deck cannot have it as an alias [address-lost]`
    for (const former of ['former', 'list.txt'])
      expect((await checkFormer(root, former)).stdout.trimEnd().split('\n').toSorted()).toEqual([lost('/a.md'), lost('/a.pdf')])
  })

  test('decks that a build leaves out have no page: drafts, templates and those of later days', async () => {
    const root = workplace({
      'a.md': deck('A', 'draft: true\n'),
      'template.md': deck('B'),
      '20991231.md': deck('C'),
      '20240101.md': deck('D'),
      'site.yaml': 'future: false\n',
      '../list.txt': 'a.html\ntemplate.html\n20991231.html\n20240101.html\n',
    })
    const { stdout } = await checkFormer(root, 'list.txt')
    expect(stdout.match(/^\S+ warning.* address "[^"]*"/gm)).toEqual(
      ['20991231', 'a', 'template'].map((id) => `decks/${id}.md:1:1: warning the site has no page at the former address "/${id}.html"`),
    )
  })

  test('of another program: pages in the folders of our own files are named, and no alias is asked for where none can be', async () => {
    const root = workplace({ 'a.md': deck('A'), '../list.txt': '/assets/old-deck.html\n/hedgerow/old-talk.html\n' })
    const { stdout } = await checkFormer(root, 'list.txt')
    expect(stdout).toContain('nothing at the former address "/assets/old-deck.html"')
    expect(stdout).toContain('no page at the former address "/hedgerow/old-talk.html"')
  })

  test('as it was built: a dated deck with another name and address is found by its title', async () => {
    const root = workplace({ 'one.md': deck('On storage', 'date: 2024-09-05\n'), 'two.md': deck('On networks', 'date: 2024-09-05\n') })
    await runCommand(root, ['build', 'decks', '--out', 'former'])
    renameSync(path.join(root, 'decks/one.md'), path.join(root, 'decks/first-talk.md'))
    expect((await checkFormer(root, 'former')).stdout).toContain('decks/first-talk.md:1:1: warning')
  })

  test.each([
    ['nowhere', '--former must be a file or folder that exists; got "nowhere"'],
    ['decks', '--former must be a folder with pages, a sitemap, or a text file with one address per line; got "decks"'],
    ['empty.txt', 'one address per line; got "empty.txt"'],
    ['', '--former must not be empty'],
  ])('that is no former site is refused: "%s"', async (former, message) => {
    const root = workplace({ 'a.md': deck('A'), '../empty.txt': '# nothing\n' })
    const { status, stderr } = await checkFormer(root, former)
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})
