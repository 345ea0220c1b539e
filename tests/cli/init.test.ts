import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { init, type InitOptions } from '../../src/cli/commands/init.ts'
import { readContent } from '../../src/node/content/read-content.ts'
import { makeFolder } from '../support/make-folder.ts'
import { runCommand } from '../support/run-command.ts'

const DECK = '---\ntitle: Team call\nslideOptions:\n  theme: white\n---\n\n# Team call\n'
const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const release = {
  version: '0.1.0',
  repository: 'https://github.com/owner/hedgerow',
  commit: COMMIT,
  tarball: 'https://github.com/owner/hedgerow/releases/download/v0.1.0/hedgerow-0.1.0.tgz',
}

function gitFolder(remote: string, branch = 'main'): Record<string, string> {
  return { '.git/HEAD': `ref: refs/heads/${branch}\n`, '.git/config': `[remote "origin"]\n\turl = ${remote}\n` }
}

/** Runs the command in this process, as a release that can ask. */
async function runInit(folder: string, options: InitOptions & { readonly answer?: boolean } = { yes: true }) {
  const lines: string[] = []
  const add = (line: string) => lines.push(line)
  const terminal = { print: add, command: add, log: add, progress() {}, paint: (_: unknown, text: string) => text }
  const { answer } = options
  const ask = answer === undefined ? undefined : async () => answer
  const status = await init(folder, { ...options, release, ask }, terminal)
  return { status, output: lines.join('\n') }
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !file.startsWith('.git/'))
    .toSorted()

const read = (folder: string, file: string) => readFileSync(path.join(folder, file), 'utf8')

describe('in an empty folder', () => {
  test('there is a site afterwards, with a first deck', async () => {
    const root = makeFolder()
    const { status, stdout, stderr } = await runCommand(path.dirname(root), ['init', 'talks', '--yes'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('wrote 4 files')
    expect(filesIn(path.join(root, '../talks'))).toEqual(['.editorconfig', '.gitignore', 'decks/my-first-talk.md', 'decks/site.yaml'])
    const built = await runCommand(path.join(root, '../talks'), ['build', 'decks'])
    expect(built.stderr).toMatch(/^without .*\nbuilt dist: 1 deck, 5 slides, 0 errors, 0 warnings/)
    expect(built.status).toBe(0)
  })

  test('called decks, the decks are in it', async () => {
    const root = makeFolder()
    await runInit(root)
    expect(filesIn(root)).toEqual(['.editorconfig', '.gitignore', 'my-first-talk.md', 'site.yaml'])
  })
})

test('a folder that is missing is named, and the site is called after it, also in a repository', async () => {
  const root = makeFolder(gitFolder('git@github.com:team/minutes.git'))
  const { stdout } = await runCommand(root, ['init', 'garden-club', '--yes'])
  expect(stdout).toContain('note: "garden-club" does not exist and will be created\n')
  expect(stdout).not.toContain('Now:')
  expect(parse(read(root, 'garden-club/decks/site.yaml'))).toMatchObject({ title: 'Garden club' })
  expect((await runCommand(root, ['init', 'garden-club', '--yes'])).stdout).not.toContain('does not exist')
})

test('where there are decks, the first commands are to check and to see them', async () => {
  const root = makeFolder({ 'a.md': DECK })
  const args = ['init', '--yes']
  expect((await runCommand(root, args)).stdout).toMatch(
    /\nNow:\n\n.*hedgerow check\n +report problems in the decks\n.*hedgerow dev --open\n +see the site\n\nEach week:\n/,
  )
  expect((await runCommand(root, args)).stdout).not.toContain('Now:')
})

test('where the host of the repository is unknown, it is asked for', async () => {
  const { output } = await runInit(makeFolder({ ...gitFolder('git@git.example.org:team/minutes.git'), 'a.md': DECK }))
  expect(output).toContain('note: no workflow is written, since it is unknown where the repository is hosted; name it, as in --ci github')
})

describe('without a terminal', () => {
  test.each([[[]], [['--dry-run']]])('and with %j, the files are only shown', async (args) => {
    const root = makeFolder({ 'a.md': DECK })
    const { status, stdout, stderr } = await runCommand(root, ['init', ...args])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('\nThese files are missing:\n\n  site.yaml ')
    expect(stdout).toContain('\n  title: Slides\n')
    expect(stdout).toMatch(/\nNothing was written/)
    expect(filesIn(root)).toEqual(['a.md'])
  })
})

test.each([
  [true, ['.editorconfig', '.gitignore', 'a.md', 'site.yaml']],
  [false, ['a.md']],
])('the answer %j decides', async (answer, files) => {
  const root = makeFolder({ 'a.md': DECK })
  await runInit(root, { answer })
  expect(filesIn(root).filter((file) => file !== 'my-first-talk.md')).toEqual(files)
})

describe('in a repository of decks', () => {
  const decks = { 'calls/20260101.md': DECK, 'calls/20260108.md': DECK, 'calls/hall.png': '', 'README.md': '# Minutes\n' }

  test('on GitHub, the workflow is in its root', async () => {
    const root = makeFolder({ ...gitFolder('https://user:s3cret@github.com/Team/Minutes.git'), ...decks })
    const { status, output } = await runInit(root)
    expect(status).toBe(0)
    expect(output).not.toContain('s3cret')
    expect(filesIn(root)).toEqual(
      [...Object.keys(decks), '.editorconfig', '.github/workflows/slides.yml', '.gitignore', 'calls/site.yaml'].toSorted(),
    )
    expect(parse(read(root, 'calls/site.yaml'))).toEqual({ title: 'Team call', url: 'https://team.github.io/Minutes/' })
    const { jobs, on } = parse(read(root, '.github/workflows/slides.yml')) as { jobs: object; on: object }
    expect(jobs).toEqual({ publish: { uses: `owner/hedgerow/.github/workflows/publish.yml@${COMMIT}`, with: { folder: 'calls' } } })
    expect(on).toMatchObject({ push: { branches: ['main'] } })
    expect(output).toMatch(/Each week:\n\n {2}(npx --no-install )?hedgerow new \d{8} --folder \S+calls\n/)
    expect(output).toContain('git push')
    expect(output).toContain('Once, on GitHub: set "Settings, Pages, Source" to "GitHub Actions".')
  })

  test.each(['github.com', 'gitlab.com', 'codeberg.org'])('of %s, nothing is missing a second time', async (host) => {
    const root = makeFolder({ ...gitFolder(`git@${host}:team/minutes.git`), ...decks })
    await runInit(root)
    const before = filesIn(root).map((file) => read(root, file))
    const { output } = await runInit(root)
    expect(output).toContain('Nothing is missing.')
    expect(output).not.toContain('note:')
    expect(output).toContain('git push')
    expect(filesIn(root).map((file) => read(root, file))).toEqual(before)
  })

  test('a folder of it has its own site, and the workflow is in the root', async () => {
    const root = makeFolder({ ...gitFolder('git@gitlab.opencode.de:team/minutes.git', 'trunk'), ...decks })
    await runInit(path.join(root, 'calls'))
    expect(filesIn(root)).toContain('calls/site.yaml')
    const { variables } = (parse(read(root, '.gitlab-ci.yml')) as Record<string, { variables: object }>)['.hedgerow'] ?? {}
    expect(variables).toMatchObject({ HEDGEROW_FOLDER: { value: 'calls' } })
    expect(parse(read(root, 'calls/site.yaml'))).toMatchObject({ url: 'https://team.usercontent.opencode.de/minutes/' })
  })

  test.each([
    ['git@codeberg.org:team/minutes.git', {}, ['.forgejo/workflows/slides.yml']],
    ['git@git.example.org:team/minutes.git', {}, []],
    ['git@git.example.org:team/minutes.git', { ci: 'forgejo' }, ['.forgejo/workflows/slides.yml']],
    ['git@github.com:team/minutes.git', { ci: 'gitlab' }, ['.gitlab-ci.yml']],
    ['git@github.com:team/minutes.git', { ci: 'none' }, []],
  ])('with the remote %s and %j, the workflow is %j', async (remote, options, files) => {
    const root = makeFolder({ ...gitFolder(remote), ...decks })
    await runInit(root, { yes: true, ...options })
    expect(filesIn(root).filter((file) => /\.ya?ml$/.test(file) && !file.endsWith('site.yaml'))).toEqual(files)
  })

  test('from a copy that is not a release, there is no workflow, and it says why', async () => {
    const root = makeFolder({ ...gitFolder('git@github.com:team/minutes.git'), ...decks })
    const { stdout } = await runCommand(root, ['init', '--yes'])
    expect(stdout).toContain('note: no workflow is written, since this copy of Hedgerow is not a release')
    expect(existsSync(path.join(root, '.github'))).toBe(false)
  })
})

describe('what exists is not touched', () => {
  test('and what to add is said', async () => {
    const own = {
      'site.yaml': 'title: Own\n',
      '.gitignore': 'dist\n',
      '.editorconfig': '',
      'package.json': '{}',
      '.github/dependabot.yml': 'version: 2\n',
      'a.md': DECK,
    }
    const root = makeFolder({ ...gitFolder('git@github.com:team/minutes.git'), ...own })
    const { output } = await runInit(root)
    expect(output).toContain('note: add node_modules/ to .gitignore by hand')
    expect(filesIn(root)).toEqual([...Object.keys(own), '.github/workflows/slides.yml'].toSorted())
    for (const [file, text] of Object.entries(own)) expect(read(root, file)).toBe(text)
  })

  test('a pipeline is completed by hand', async () => {
    const root = makeFolder({ ...gitFolder('git@gitlab.com:team/minutes.git'), 'a.md': DECK, '.gitlab-ci.yml': 'test:\n  script: [x]\n' })
    const { output } = await runInit(root)
    expect(output).toMatch(/note: \.gitlab-ci\.yml exists; to publish the site, add this by hand:\n\n {2}# Publishes the slides/)
    expect(read(root, '.gitlab-ci.yml')).toBe('test:\n  script: [x]\n')
  })

  test('nor does a second workflow publish', async () => {
    const workflow = { '.github/workflows/pages.yml': 'jobs: { a: { steps: [{ uses: actions/deploy-pages@v4 }] } }\n' }
    const root = makeFolder({ ...gitFolder('git@github.com:team/minutes.git'), ...workflow, 'a.md': DECK })
    const { output } = await runInit(root)
    expect(output).toContain('note: no workflow is written, since .github/workflows/pages.yml already publishes a site')
    expect(readdirSync(path.join(root, '.github/workflows'))).toEqual(['pages.yml'])
  })

  test('and links are neither followed nor replaced', async () => {
    const root = makeFolder({ ...gitFolder('git@github.com:team/minutes.git'), 'a.md': DECK })
    mkdirSync(path.join(root, '../other'))
    symlinkSync('../other/gone', path.join(root, '.gitignore'))
    symlinkSync('../other', path.join(root, '.github'))
    const { output, status } = await runInit(root)
    expect(status).toBe(0)
    expect(output).toContain('note: .github/workflows/slides.yml is not written: .github is a link')
    expect(readdirSync(path.join(root, '../other'))).toEqual([])
    expect(lstatSync(path.join(root, '.gitignore')).isSymbolicLink()).toBe(true)
  })

  test.each(['site.yml', 'Site.yaml'])('and %s is to be renamed', async (name) => {
    const root = makeFolder({ 'a.md': DECK, [name]: 'title: Own\n' })
    const { output } = await runInit(root)
    expect(output).toContain(`note: rename ${name} to site.yaml`)
    expect(filesIn(root)).toEqual(['.editorconfig', '.gitignore', name, 'a.md'].toSorted())
  })

  test('a folder inside a site is not made a second one', async () => {
    const root = makeFolder({ ...gitFolder('git@github.com:team/minutes.git'), 'site.yaml': '', 'calls/a.md': DECK })
    const { status, stderr } = await runCommand(path.join(root, 'calls'), ['init', '--yes'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error: "\." belongs to the site in "\.\."; run (npx --no-install )?hedgerow init \.\.\n$/)
  })
})

test('files that look like decks are decks afterwards, whatever they are called', async () => {
  const names = ['a.md', 'b (1).md', '[c]!.md', "d's.md"]
  const root = makeFolder(Object.fromEntries(names.map((name) => [name, '# A\n\nNote: b\n\n---\n\n# B\n'])))
  const { output } = await runInit(root)
  expect(output).toContain('4 files that look like decks')
  expect(readContent(root).decks.map(({ source }) => source.path)).toEqual(names.toSorted())
})

test('a single file that looks like a deck is named as one', async () => {
  const { output } = await runInit(makeFolder({ 'a.md': '# A\n\nNote: b\n\n---\n\n# B\n' }))
  expect(output).toContain('1 file that looks like a deck, in ')
})

test('a deck with pads is pulled each week, and by the workflow', async () => {
  const pad = { 'site.yaml': 'pads: [https://pad.example/call]\n', 'a.md': DECK }
  const root = makeFolder({ ...gitFolder('git@github.com:team/minutes.git'), ...pad })
  const { output } = await runInit(root)
  expect(output).toMatch(/Each week:\n\n {2}(npx --no-install )?hedgerow pull --folder /)
  expect(filesIn(root)).toContain('.github/workflows/pull-pads.yml')
})

describe('names that a shell or a workflow could run', () => {
  const name = '$(touch x) ${{ github.token }} `y`'

  test.skipIf(process.platform === 'win32')('are only text', async () => {
    const root = makeFolder({
      ...gitFolder(`git@github.com:team/${name}.git`, '$(touch${IFS}x)'),
      [`${name}/a.md`]: DECK,
      [`${name}/b.md`]: DECK,
    })
    const { output, status } = await runInit(root, { yes: true, ci: 'github' })
    expect(status).toBe(0)
    const text = read(root, '.github/workflows/slides.yml')
    const { jobs, on } = parse(text) as { jobs: { publish: { with: { folder: string } } }; on: { push: { branches: string[] } } }
    expect(on.push.branches).toEqual(['$(touch${IFS}x)'])
    expect(jobs.publish.with.folder).toBe("$(touch x) ${{ '${{' }} github.token }} `y`")
    expect(output).toContain('\\$(touch x) \\${{ github.token }} \\`y\\`"')
    expect(parse(read(root, `${name}/site.yaml`))).toEqual({ title: 'Team call' })
  })

  test('are not taken from a title either', async () => {
    const root = makeFolder({
      'a.md': '---\ntitle: "\\e[31m::error::x"\ntype: slide\n---\n\n# A\n',
      'b.md': '---\ntitle: "\\e[31m::error::x"\ntype: slide\n---\n',
    })
    const { stdout } = await runCommand(root, ['init', '--yes'])
    expect(stdout).not.toMatch(/\u001b|^\s*::/m)
  })
})

test.each([
  [['init', 'a.md'], '"a.md" is not a folder'],
  [['init', '--ci', 'githb'], '--ci must be github, gitlab, forgejo or none; got "githb"; did you mean "github"?'],
])('%j is refused', async (args, message) => {
  expect(await runCommand(makeFolder({ 'a.md': DECK }), args)).toEqual({ status: 2, stdout: '', stderr: `error: ${message}\n` })
})

const corpus = process.env['HEDGEROW_CORPUS']

describe.skipIf(corpus === undefined)('in a real archive', () => {
  test('the template is the one that its authors copy, and the brand is theirs', async () => {
    const root = makeFolder(gitFolder('git@github.com:team/minutes.git'))
    cpSync(path.join(corpus ?? '', 'community-call'), path.join(root, 'community-call'), {
      recursive: true,
      filter: (file) => !/\.(png|jpe?g)$/.test(file),
    })
    await runInit(root)
    expect(parse(read(root, 'community-call/site.yaml'))).toEqual({
      title: 'SCS Community Call',
      url: 'https://team.github.io/minutes/',
      lang: 'en',
      brand: 'scs',
    })
    expect(read(root, 'community-call/templates/call.md')).toContain('Community Call</br> {{date}}</font>')
  })
})
