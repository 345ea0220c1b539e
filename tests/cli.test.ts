import { spawn } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { makeFolder, writeFiles } from './support/make-folder.ts'

// The compiled command, as people run it: `npm test` compiles it first.
const command = fileURLToPath(new URL('../lib/cli/main.js', import.meta.url))
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const deck = '---\ntitle: T\nslideOptions:\n  theme: white\n---\n\n# A\n'

function run(
  folder: string,
  args: readonly string[],
  whileRunning?: (kill: (signal: NodeJS.Signals) => void) => void,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    const output = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
    child.on('error', reject).on('close', (status) => resolve({ status, ...output }))
    whileRunning?.((signal) => child.kill(signal))
  })
}

// The folder in which the command runs; the decks stand in `talks`.
function workplace(files: Readonly<Record<string, string>> = { 'a.md': deck }): string {
  const folder = makeFolder()
  writeFiles(path.join(folder, 'talks'), files)
  return folder
}

describe('hedgerow', () => {
  test.each(['--help', '-h', 'help'])('%s says what can be done, and all is well', async (option) => {
    const { status, stdout, stderr } = await run(workplace(), [option])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/build.*dev.*preview/s)
    expect(stdout).toContain('Exit status: 0 success, warnings allowed; 1 errors found; 2 invalid usage.')
  })

  test('--version says the version', async () => {
    expect(await run(workplace(), ['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
  })

  test.each([
    [['biuld', 'talks'], 'Did you mean build?'],
    [['build', 'talks', '--ouput', 'x'], '--out'],
    [['new'], "missing required argument 'name'"],
    [['build', 'none'], 'file or folder not found: "none"'],
    [['build', 'decks'], 'file or folder not found: "decks"\n'],
    [['build'], 'there are no decks in this folder; to begin: '],
    [['pull'], 'there are no decks in this folder; to begin: '],
    [['frobnicate'], "unknown command 'frobnicate'; to list all: "],
    [['explain', 'frobnicate'], 'unknown message code "frobnicate"; to list all: '],
    [['check', 'talks', '--only', 'frobnicate'], 'unknown message code "frobnicate"; to list all: '],
    [['new', 'a talk', '--folder', 'talks/a.md'], '"talks/a.md" is not a folder of decks'],
    [['build', 'talks', '--base', 'slides'], '--base must start and end with "/"'],
    [['build', 'talks', '--base', '/a?b/'], '--base must start and end with "/"'],
    [['build', 'talks', '--revision', 'a\nb'], '--revision must have at most 100 characters'],
    [['build', 'talks', '--out'], "option '--out <folder>' argument missing"],
    [['build', 'talks', '--out', ''], '--out must not be empty'],
    [['pdf', 'talks', '--out', ' '], '--out must not be empty'],
    [['export', 'talks/a.md', '--single-file', '--root', ''], '--root must not be empty'],
    [['new', 'a talk', '--folder', ''], '--folder must not be empty'],
    [['check', 'talks', '--format', 'sarfi'], '--format must be text, line, json, github or sarif; got "sarfi"; did you mean "sarif"?'],
    [['preview'], 'no built site in "dist"; build it first: '],
    [['preview', 'talks'], '"talks" is not a built site; to see its decks: '],
    [['preview', 'talks', '--port', 'http'], '--port must be a number from 0 to 65535; got "http"'],
  ])('%j is invalid usage, and the message says what is valid', async (args, message) => {
    const { status, stdout, stderr } = await run(workplace(), args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

describe('hedgerow build', () => {
  test('builds into dist without any configuration', async () => {
    const folder = workplace()
    const { status, stdout, stderr } = await run(folder, ['build', 'talks'])
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toMatch(/^without feed.*\nbuilt dist: 1 deck, 1 slide, 0 errors, 0 warnings, .* files?, .* s\n$/)
    expect(readdirSync(path.join(folder, 'dist'))).toEqual(expect.arrayContaining(['a.html', 'index.html', '404.html', 'assets']))
  })

  test('says with 1 that a deck has errors, and builds the others', async () => {
    const folder = workplace({ 'a.md': deck, 'b.md': '---\ntype: slide\ntitle: a: b\n---\n' })
    const { status, stderr } = await run(folder, ['build', 'talks'])
    expect(status).toBe(1)
    expect(stderr).toContain('b.md:3:8 error')
    expect(existsSync(path.join(folder, 'dist/a.html'))).toBe(true)
  })

  test('names a file that is empty, and the pages that the site has lost by that', async () => {
    const folder = workplace({ 'a.md': deck, 'b.md': deck, 'sub/c.md': deck })
    expect((await run(folder, ['build', 'talks'])).stderr).not.toContain('no longer')
    writeFiles(folder, { 'talks/b.md': '' })
    rmSync(path.join(folder, 'talks/sub/c.md'))
    const { status, stderr } = await run(folder, ['build', 'talks'])
    expect(status).toBe(0)
    expect(stderr).toContain('b.md warning the file is empty')
    expect(stderr).toMatch(/^no longer in the site: b\.html, sub\/c\.html$/m)
    writeFiles(folder, { 'talks/a.md': '', 'talks/d.md': deck })
    const { stdout } = await run(folder, ['build', 'talks', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ lost: ['a.html'] })
  })

  test('with nothing but errors keeps the old site', async () => {
    const folder = workplace()
    await run(folder, ['build', 'talks'])
    writeFiles(folder, { 'talks/a.md': '---\ntype: slide\ntitle: a: b\n---\n' })
    expect((await run(folder, ['build', 'talks'])).status).toBe(1)
    expect(existsSync(path.join(folder, 'dist/a.html'))).toBe(true)
  })

  test.each([
    [{}, 'no Markdown files in "talks"'],
    [
      { 'README.md': '# R' },
      'no decks in "talks": README.md does not look like a deck; a deck starts with front matter that has "type: slide"',
    ],
    [
      { 'LICENSE.md': '# L\n\n---\n\n# M\n\n---\n\n# N\n\n---\n\n# O\n', 'b.md': '# B\n' },
      'none of its 2 Markdown files looks like a deck',
    ],
    [
      { 'LICENSE.md': '# L', 'a.md': '# A', 'z.md': '# A\n\n---\n\n# B\n\nNote: hi\n' },
      'z.md looks most like a deck (1 slide separator, 1 "Note:" line); add "type: slide" to its front matter, or list it under "include" in site.yaml',
    ],
  ])('without decks is wrong use: %j', async (files, message) => {
    const folder = workplace({ 'note.txt': '', ...files })
    const { status, stderr } = await run(folder, ['build', 'talks'])
    expect(status).toBe(2)
    expect(stderr).toContain(message)
    expect(existsSync(path.join(folder, 'dist'))).toBe(false)
  })

  test.each(['talks', '.', 'src'])('refuses --out %s', async (out) => {
    const folder = workplace()
    writeFiles(folder, { 'src/main.ts': 'precious' })
    const { status, stderr } = await run(folder, ['build', 'talks', '--out', out])
    expect(status).toBe(2)
    expect(stderr).toContain('choose another folder with --out')
    expect(readFileSync(path.join(folder, 'src/main.ts'), 'utf8')).toBe('precious')
    expect(readdirSync(folder).toSorted()).toEqual(['src', 'talks'])
  })

  test('--layout says how to get a Chromium where there is none', async () => {
    const { status, stderr } = await run(workplace(), ['build', 'talks', '--layout'], undefined, { CHROMIUM: 'none' })
    expect(status).toBe(0)
    expect(stderr).toContain('the size of the slides could not be checked: Chromium was not found [layout-unchecked]')
    expect(stderr).toContain('apt-get install chromium')
  })

  test('--revision is the version that citations name', async () => {
    const folder = workplace()
    await run(folder, ['build', 'talks', '--revision', '1a2b3c4'])
    expect(readFileSync(path.join(folder, 'dist/a.read.html'), 'utf8')).toContain('Version 1a2b3c4')
    await run(folder, ['build', 'talks'])
    expect(readFileSync(path.join(folder, 'dist/a.read.html'), 'utf8')).not.toContain('Version ')
  })

  test('says once what a site without an address does not have', async () => {
    const folder = workplace({ 'a.md': deck, '20260102.md': deck })
    const { stderr } = await run(folder, ['build', 'talks'])
    expect(stderr.match(/url/g)).toHaveLength(1)
    expect(stderr).toContain('without feed.xml, feed.json, sitemap.xml: they need "url" in site.yaml, the address of the site\n')
    writeFiles(path.join(folder, 'talks'), { 'site.yaml': 'url: https://a.example/', 'robots.txt': 'Mine' })
    expect((await run(folder, ['build', 'talks'])).stderr).not.toContain('url')
    expect(readFileSync(path.join(folder, 'dist/robots.txt'), 'utf8')).toBe('Mine')
    expect(readFileSync(path.join(folder, 'dist/feed.xml'), 'utf8')).toContain('<updated>2026-01-02T00:00:00Z</updated>')
  })

  test('--json prints one object and nothing else', async () => {
    const folder = workplace({ '2024-08-22.md': deck, 'b.md': `${deck}\n![](none.png)\n`, 'README.md': '# R' })
    const { status, stdout, stderr } = await run(folder, ['build', 'talks', '--json'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.split('\n')).toHaveLength(2)
    expect(JSON.parse(stdout)).toEqual({
      out: path.join(folder, 'dist'),
      milliseconds: expect.any(Number),
      bytes: expect.any(Number),
      files: expect.any(Number),
      decks: [
        { id: '2024-08-22', path: '2024-08-22.md', title: 'T', date: '2024-08-22', slides: 1 },
        { id: 'b', path: 'b.md', title: 'T', slides: 1 },
      ],
      skipped: ['README.md'],
      drafts: [],
      trusted: [],
      unchanged: expect.any(Number),
      lost: [],
      errors: 0,
      warnings: 1,
      diagnostics: [
        {
          code: 'asset-missing',
          severity: 'warning',
          file: 'b.md',
          line: 9,
          column: 5,
          message: 'file not found: none.png',
          help: 'Put the file next to the deck, or correct the path.',
        },
      ],
    })
  })

  test('writes no escape codes and no carriage returns where nobody watches, whatever a deck holds', async () => {
    const folder = workplace({
      'a.md': `${deck}\n<p onclick="\u001b[31m">\u001b]0;x\u0007\r\u202e</p>\n\n![](\u001b[2J.png)\n`,
      'b.md': '---\ntitle: \u001b[31m: x\n---\n',
      'c\u001b[31m.md': `${deck}\n![](none.png)`,
    })
    const { stderr, stdout } = await run(folder, ['build', 'talks'])
    expect(stdout).toBe('')
    expect(stderr).toContain('\\u001b')
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  })

  test('begins no line with what a deck says', async () => {
    const text = '::error::x\n::add-mask::y\n'
    const folder = workplace({ 'a.md': `${deck}\n${text}\n![](::error::z.png)\n${text}`, 'b.md': `---\ntitle: a: b\n${text}---\n` })
    const { stderr } = await run(folder, ['build', 'talks'])
    expect(stderr).toContain('::error::')
    expect(stderr.split('\n').filter((line) => line.trimStart().startsWith('::'))).toEqual([])
  })

  test('begins no line with a command of CI, whatever a file is called', async () => {
    const folder = workplace({ '::error::a.md': `${deck}\n![](none.png)` })
    expect((await run(folder, ['build', 'talks'])).stderr).not.toMatch(/^\s*::/m)
  })
  test('writes the names of skipped files safely', async () => {
    const folder = workplace({ 'a.md': deck, 'b\u001b[31m\n::error::x.md': '# none' })
    expect((await run(folder, ['build', 'talks'])).stderr).not.toMatch(/\u001b|^::/m)
  })

  test('says where an alias bomb in site.yaml stands', async () => {
    const bomb = 'a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c]\n'
    expect((await run(workplace({ 'a.md': deck, 'site.yaml': bomb }), ['build', 'talks'])).stderr).toContain('site.yaml')
  })
})

describe('an interrupted build', () => {
  // Enough work for some seconds.
  const many = () =>
    Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`d${n}.md`, `${deck}${'\n\n---\n\n# A\n\n- *b*\n- `c`\n'.repeat(30)}`]))

  async function interrupt(signal: NodeJS.Signals): Promise<{ status: number | null; folder: string }> {
    const folder = workplace()
    await run(folder, ['build', 'talks'])
    writeFiles(path.join(folder, 'talks'), many())
    const { status } = await run(folder, ['build', 'talks'], (kill) => {
      // As soon as it has begun to write.
      const timer = setInterval(() => {
        const staging = readdirSync(folder).find((name) => name.startsWith('.dist.hedgerow-'))
        if (staging === undefined || !existsSync(path.join(folder, staging, 'd1.html'))) return
        clearInterval(timer)
        kill(signal)
      }, 5)
    })
    return { status, folder }
  }
  test('leaves the old site', async () => {
    const { status, folder } = await interrupt('SIGINT')
    expect(status).toBe(130)
    expect(readdirSync(path.join(folder, 'dist'))).not.toContain('d1.html')
    expect(readdirSync(folder).toSorted()).toEqual(['dist', 'talks'])
  })

  test('by force leaves the old site, and the next build cleans up', async () => {
    const { folder } = await interrupt('SIGKILL')
    expect(readdirSync(path.join(folder, 'dist'))).not.toContain('d1.html')
    expect((await run(folder, ['build', 'talks'])).status).toBe(0)
    expect(readdirSync(folder).toSorted()).toEqual(['dist', 'talks'])
    expect(readdirSync(path.join(folder, 'dist'))).toContain('d1.html')
  })
})

describe('hedgerow check', () => {
  const flawed = `${deck}\n---\n\n![a cat](cat.png)\n`

  test('says what is wrong, and writes nothing', async () => {
    const folder = workplace({ 'a.md': flawed, 'minutes.md': 'Words.\n' })
    const { status, stderr, stdout } = await run(folder, ['check', 'talks'])
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).toContain('a.md:11:10 warning file not found: cat.png')
    expect(stderr).toContain('skipped, not decks: minutes.md')
    expect(stderr).toContain('1 deck: 0 errors, 1 warning, 0 infos')
    expect(readdirSync(folder)).toEqual(['talks'])
  })

  test('prints nothing else for a formula with a character that no font of formulas has', async () => {
    const { stderr } = await run(workplace({ 'a.md': `${deck}\n$\\text{😀}$\n` }), ['check', 'talks'])
    expect(stderr).toMatch(/^checked 1 deck: [^\n]*\n$/)
  })

  test.each([
    ['line', 'talks/a.md:11:10: warning file not found: cat.png [asset-missing]\n'],
    [
      'github',
      '::warning file=talks/a.md,line=11,col=10,title=asset-missing::file not found: cat.png%0APut the file next to the deck, or correct the path.\n',
    ],
  ])('--format %s', async (format, expected) => {
    expect((await run(workplace({ 'a.md': flawed }), ['check', 'talks', '--format', format])).stdout).toBe(expected)
  })

  test.each(['json', 'sarif'])('--format %s is JSON', async (format) => {
    const { stdout } = await run(workplace({ 'a.md': flawed }), ['check', 'talks', '--format', format])
    expect(JSON.parse(stdout)).toBeTypeOf('object')
  })

  test.each([
    [['--max-warnings', '0'], 1],
    [['--max-warnings', '1'], 0],
    [['--max-warnings', '0', '--ignore', 'asset-missing'], 0],
    [['--max-warnings', '0', '--only', 'slide-empty'], 0],
    [['--ignore', 'asset-mising'], 2],
    [['--format', 'sarfi'], 2],
    [['--max-warnings', 'few'], 2],
  ])('%j gives the status %i', async (args, expected) => {
    expect((await run(workplace({ 'a.md': flawed }), ['check', 'talks', ...args])).status).toBe(expected)
  })

  test('of very many messages shows the first, in JSON so many as are said, and counts all of them', async () => {
    const folder = workplace({ 'a.md': `${deck}${'</b>\n'.repeat(15_000)}`, 'b.md': flawed })
    const [text, line, github] = await Promise.all([
      run(folder, ['check', 'talks', '--max-warnings', '15000']),
      run(folder, ['check', 'talks', '--format', 'line']),
      run(folder, ['check', 'talks', '--format', 'github']),
    ])
    expect(text.stderr).toMatch(/also in a\.md:(\d+, ){10}and \d+ more\n/)
    expect(text.stderr.split('\n').length).toBeLessThan(30)
    expect(text.stderr).toContain('2 decks: 0 errors, 15001 warnings, 0 infos')
    expect(text.status).toBe(1)
    for (const { stdout } of [line, github]) expect(stdout.trimEnd().split('\n')).toHaveLength(22)
    const { warnings, diagnostics } = JSON.parse((await run(folder, ['check', 'talks', '--format', 'json'])).stdout) as {
      warnings: number
      diagnostics: { omitted?: number }[]
    }
    expect([warnings, diagnostics.length]).toEqual([15_001, 10_002])
    expect(diagnostics.find(({ omitted }) => omitted !== undefined)).toMatchObject({ omitted: 5000, code: 'element-unbalanced' })
  }, 90_000)

  test('a broken deck gives the status 1, whatever is ignored', async () => {
    const broken = workplace({ 'a.md': '---\ntype: slide\ntitle: [\n---\n\n# A\n', 'site.yaml': 'ignore: [front-matter-yaml]\n' })
    expect((await run(broken, ['check', 'talks'])).status).toBe(1)
    expect((await run(broken, ['check', 'talks', '--ignore', 'front-matter-yaml'])).status).toBe(1)
  })

  test('site.yaml and comments silence messages, in a build as well', async () => {
    const silenced = workplace({ 'a.md': flawed, 'site.yaml': 'ignore: asset-missing\n' })
    const comment = workplace({ 'a.md': `${flawed}\n<!-- hedgerow-ignore asset-missing -->\n` })
    for (const folder of [silenced, comment]) expect((await run(folder, ['build', 'talks'])).stderr).not.toContain('cat.png')
  })
})

describe('hedgerow check beyond the decks', () => {
  test('--links asks nobody in the own network, and says so', async () => {
    const folder = workplace({ 'a.md': `${deck}\n[a](http://127.0.0.1:9/)\n`, 'site.yaml': 'uncheckedLinks: http://10.0.0.1/\n' })
    const { status, stdout } = await run(folder, ['check', 'talks', '--links', '--format', 'line'])
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^talks\/a\.md:9:1: info http:\/\/127\.0\.0\.1:9\/ could not be checked: .*\[link-unchecked\]\n$/),
    ])
    expect((await run(folder, ['check', 'talks', '--format', 'line'])).stdout).toBe('')
  })

  test('--layout says where there is no Chromium, and leaves nothing behind', async () => {
    const folder = workplace()
    const temporary = makeFolder()
    const { stdout } = await run(folder, ['check', 'talks', '--layout', '--format', 'line'], undefined, {
      CHROMIUM: '/nowhere',
      TMPDIR: temporary,
    })
    expect(stdout).toContain('[layout-unchecked]')
    expect(readdirSync(temporary).filter((name) => name.startsWith('hedgerow'))).toEqual([])
    expect(readdirSync(folder)).toEqual(['talks'])
  })
})

describe('hedgerow fix', () => {
  const flawed = `${deck}\r\n--- \r\n\r\n# B\r\n`
  const fixed = `${deck}\r\n---\r\n\r\n# B\r\n`
  const text = (folder: string) => readFileSync(path.join(folder, 'talks/a.md'), 'utf8')

  test('fixes what needs no decision, and says what', async () => {
    const folder = workplace({ 'a.md': flawed, 'minutes.md': '# A\n\n--- \n\n# B\n' })
    const { status, stdout, stderr } = await run(folder, ['fix', 'talks'])
    expect([status, stdout]).toEqual([0, ''])
    expect(stderr).toContain('a.md:9 "---" does not start a new slide: there are spaces after it [separator-near-miss]')
    expect(stderr).toContain('fixed 1 problem in 1 file')
    expect(text(folder)).toBe(fixed)
    expect(readdirSync(path.join(folder, 'talks'))).toEqual(['a.md', 'minutes.md'])
    expect((await run(folder, ['fix', 'talks'])).stderr).toBe('nothing to fix\n')
  })

  test('--dry-run shows the difference and writes nothing', async () => {
    const folder = workplace({ 'a.md': flawed })
    const { stdout, stderr } = await run(folder, ['fix', 'talks', '--dry-run'])
    expect(stdout).toBe('--- a/a.md\n+++ b/a.md\n@@ -7,5 +7,5 @@\n # A\n \n---- \n+---\n \n # B\n')
    expect(stderr).toBe('would fix 1 problem in 1 file\n')
    expect(text(folder)).toBe(flawed)
  })

  test('check --fix fixes first, and check says what fix could do', async () => {
    const folder = workplace({ 'a.md': flawed })
    expect((await run(folder, ['check', 'talks'])).stderr).toMatch(/1 can be fixed automatically: (npx --no-install )?hedgerow fix talks/)
    expect((await run(folder, ['check', 'talks', '--fix', '--max-warnings', '0'])).status).toBe(0)
    expect(text(folder)).toBe(fixed)
  })

  test('keeps the permissions of a file, and follows a link to it', async () => {
    const folder = workplace({ 'real.md': flawed })
    const file = path.join(folder, 'talks/real.md')
    chmodSync(file, 0o664)
    symlinkSync('real.md', path.join(folder, 'talks/a.md'))
    await run(folder, ['fix', 'talks'])
    expect(statSync(file).mode & 0o777).toBe(0o664)
    expect(lstatSync(path.join(folder, 'talks/a.md')).isSymbolicLink()).toBe(true)
    expect(text(folder)).toBe(fixed)
  })
})

describe('hedgerow new', () => {
  const make = (folder: string, ...args: readonly string[]) => run(folder, ['new', ...args, '--folder', 'talks', '--no-open'])
  const read = (folder: string, file: string) => readFileSync(path.join(folder, 'talks', file), 'utf8')

  test('writes a deck that has nothing wrong with it, from each template', async () => {
    const folder = workplace()
    expect(await make(folder, 'Release planning')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(/created .*release-planning\.md from the template talk/),
    })
    await make(folder, 'weekly', '--template', 'call', '--date', '2026-11-26')
    expect(read(folder, 'release-planning.md')).toMatch(/^---\ntitle: Release planning\ndate: \d{4}-\d\d-\d\d\n/)
    expect(read(folder, '20261126-weekly.md')).toContain('# Weekly\n\n2026-11-26\n')
    const { status, stdout } = await run(folder, ['check', 'talks', '--format', 'json', '--max-warnings', '0'])
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { decks: 3, warnings: 0, infos: 0 }])
  })

  test('prefers the templates of the site, which are no decks', async () => {
    const folder = workplace({
      'templates/call.md': '---\ntitle: Our call\ntype: slide\n---\n\n# {{date}}\n',
      'site.yaml': 'title: Ours\n',
    })
    await make(folder, '20261126')
    expect(read(folder, '20261126.md')).toBe('---\ntitle: Our call\ntype: slide\n---\n\n# 2026-11-26\n')
    const { stderr } = await run(folder, ['check', 'talks'])
    expect(stderr).toContain('1 deck: 0 errors')
    expect(stderr).not.toContain('templates')
  })

  test('asks which template where a site has several and none is called like the deck', async () => {
    const folder = workplace({ 'templates/call.md': 'call', 'templates/vote.md': 'vote', 'templates/._vote.md': 'macOS' })
    expect(await make(folder, 'planning')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/choose a template with --template: call, vote, talk/),
    })
    expect((await make(folder, 'vote', '--date', '2026-11-26')).status).toBe(0)
    expect(read(folder, '20261126-vote.md')).toBe('vote')
  })

  test.each(['../outside', '/absolute', '.hidden', 'a/../b', 'templates/x', '', 'a//b', 'a\\b', 'aux', 'talks/NUL.md', 'con./a'])(
    'refuses the name %j',
    async (name) => {
      const folder = workplace({})
      expect((await make(folder, name)).status).toBe(2)
      expect(readdirSync(path.dirname(folder))).toEqual([path.basename(folder)])
      expect(existsSync(path.join(folder, 'talks')) ? readdirSync(path.join(folder, 'talks')) : []).toEqual([])
    },
  )

  test('opens the deck for writing', async () => {
    const folder = workplace({})
    const opened = path.join(folder, 'opened')
    // vite gives a script that is named as the browser the address, after its own arguments.
    writeFiles(folder, { 'browser.js': `require('node:fs').writeFileSync(${JSON.stringify(opened)}, process.argv.at(-1))` })
    let kill: (signal: NodeJS.Signals) => void = () => undefined
    const env = { BROWSER: path.join(folder, 'browser.js') }
    const ended = run(folder, ['new', 'Über uns', '--folder', 'talks'], (stop) => (kill = stop), env)
    await vi.waitUntil(() => existsSync(opened) && readFileSync(opened, 'utf8') !== '', 20_000)
    kill('SIGTERM')
    await ended
    expect(readFileSync(opened, 'utf8')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/%C3%BCber-uns\.html$/)
  }, 30_000)

  test('writes over nothing', async () => {
    const folder = workplace()
    expect(await make(folder, 'a')).toMatchObject({ status: 2, stderr: expect.stringMatching(/a\.md already exists/) })
    expect(read(folder, 'a.md')).toBe(deck)
  })
})

describe('hedgerow export', () => {
  const talk = { 'a.md': deck, 'sub/b.md': deck, 'README.md': '# R\n', 'site.yaml': 'title: S\n' }

  test('writes a deck as one file and says how large it is, with what an archive needs', async () => {
    const folder = workplace(talk)
    const { status, stderr } = await run(folder, ['export', 'talks/sub/b.md', '--single-file'])
    expect(stderr).toMatch(/^exported export\/sub-b\/b\.html: 1 slide, 0\.\d MB$/m)
    expect(status).toBe(0)
    expect(readdirSync(path.join(folder, 'export/sub-b')).toSorted()).toEqual([
      '.hedgerow.json',
      'b.html',
      'licences.txt',
      'manifest.json',
      'source',
    ])
    expect(readFileSync(path.join(folder, 'export/sub-b/source/sub/b.md'), 'utf8')).toBe(deck)
    const { madeWith, holds } = JSON.parse(readFileSync(path.join(folder, 'export/sub-b/manifest.json'), 'utf8')) as {
      madeWith: Record<string, string>
      holds: { name: string }[]
    }
    expect(madeWith['hedgerow']).toBe(version)
    expect(madeWith['reveal.js']).toMatch(/^\d+\.\d+\.\d+$/)
    expect(holds.map(({ name }) => name)).toContain('reveal.js')
  })

  test('says what is wrong with the deck, and nothing of others', async () => {
    const folder = workplace({ ...talk, 'a.md': `${deck}\n[b](sub/b.md) ![gone](gone.png)\n`, 'sub/b.md': `${deck}\n![lost](lost.png)\n` })
    const { status, stderr } = await run(folder, ['export', 'talks/a.md', '--single-file'])
    expect(stderr).toContain('[asset-missing]')
    expect(stderr).toContain('[export-link]')
    expect(stderr).not.toContain('lost.png')
    expect(status).toBe(stderr.includes('error') ? 1 : 0)
  })

  test.each([
    [['talks/a.md'], 'choose a format: --single-file, --images or --as'],
    [['talks/none.md', '--single-file'], 'file or folder not found: "talks/none.md"'],
    [['talks', '--single-file'], '"talks" is a folder; choose one deck in it'],
    [['talks/README.md', '--single-file'], 'talks/README.md is not a deck: add "type: slide" to its front matter'],
    [['talks/a.md', '--single-file', '--root', 'talks/sub'], 'talks/a.md is not in talks/sub'],
    [['talks/a.md', '--single-file', '--root', 'gone'], '"gone" is not a folder of decks'],
    [['talks/a.md', '--images', '--width', '9'], '--width must be a whole number from 100 to 7680; got "9"'],
    [
      ['talks/a.md', '--images'],
      '--images needs Chromium: install Chromium (Debian: apt-get install chromium), or set CHROMIUM to the path of a browser.',
    ],
  ])('%j is wrong use', async (args, message) => {
    const folder = workplace(talk)
    const { status, stderr } = await run(folder, ['export', ...args], undefined, { CHROMIUM: 'none' })
    expect(stderr).toContain(message)
    expect(status).toBe(2)
    expect(existsSync(path.join(folder, 'export'))).toBe(false)
  })

  test('leaves what it has not written alone', async () => {
    const folder = workplace(talk)
    writeFiles(folder, { 'export/a/mine.txt': 'x' })
    const { status, stderr } = await run(folder, ['export', 'talks/a.md', '--single-file'])
    expect(stderr).toContain('contains mine.txt, which Hedgerow did not create')
    expect(status).toBe(2)
    expect(readdirSync(path.join(folder, 'export/a'))).toEqual(['mine.txt'])
  })
})
