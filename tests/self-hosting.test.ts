import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from './support/make-folder.ts'
import { command } from './support/run-command.ts'

const recipes = path.resolve(import.meta.dirname, '../docs/servers')
const read = (name: string) => readFileSync(path.join(recipes, name), 'utf8')
const has = (program: string, ...args: readonly string[]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0

describe('the service of systemd', () => {
  const lines = read('hedgerow.service').split('\n')
  const valuesOf = (name: string) => lines.flatMap((line) => (line.startsWith(`${name}=`) ? [line.slice(name.length + 1)] : []))

  test.skipIf(!has('systemd-analyze', '--version'))('is known to systemd line by line, and exposed little (needs systemd)', () => {
    const folder = makeFolder()
    for (const name of ['hedgerow.service', 'hedgerow.timer']) cpSync(path.join(recipes, name), path.join(folder, name))
    // Systemd wants the programs to be there.
    const service = path.join(folder, 'hedgerow.service')
    writeFileSync(service, read('hedgerow.service').replaceAll(/^ExecStart=\S+/gm, 'ExecStart=/bin/true'))
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', service, path.join(folder, 'hedgerow.timer')], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    const exposed = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', service], { encoding: 'utf8' })
    expect([exposed.status, exposed.stdout]).toEqual([0, expect.stringContaining('exposure level')])
  })

  test('is copied from the package, whose command is where the service calls it', () => {
    const page = readFileSync(path.join(recipes, '../self-hosting.md'), 'utf8')
    const [, prefix = '', pattern = ''] = /^cp (\S+)\/lib\/node_modules\/hedgerow\/(\S+) /m.exec(page) ?? []
    expect(readdirSync(recipes).filter((name) => `docs/servers/${name}`.startsWith(pattern.replace('*', '')))).toEqual([
      'hedgerow.service',
      'hedgerow.timer',
    ])
    expect(page).toContain(`--global --prefix ${prefix}\``)
    expect(valuesOf('ExecStart').at(-1)).toMatch(new RegExp(`^${prefix}/bin/hedgerow `))
  })

  test('pulls and builds what the page says, and what was pushed is in the next build', () => {
    const state = makeFolder()
    const origin = path.join(state, 'origin')
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: origin, stdio: 'pipe' })
    const push = (name: string) => {
      writeFileSync(path.join(origin, name), '---\ntype: slide\n---\n\n# A\n')
      git('add', '.')
      git('commit', '-m', name)
    }
    mkdirSync(origin)
    git('init', '-q')
    push('one.md')
    execFileSync('git', ['clone', '-q', origin, path.join(state, 'decks')])
    expect(valuesOf('WorkingDirectory')).toEqual(['/var/lib/hedgerow'])
    const run = () => {
      for (const line of valuesOf('ExecStart')) {
        const [program = '', ...args] = line.split(' ')
        const isOurs = program.endsWith('/hedgerow')
        execFileSync(isOurs ? process.execPath : path.basename(program), isOurs ? [command, ...args] : args, { cwd: state, stdio: 'pipe' })
      }
    }
    run()
    push('two.md')
    run()
    expect(['one.html', 'two.html', '404.html'].map((name) => existsSync(path.join(state, 'www/slides', name)))).toEqual([true, true, true])
    expect(readFileSync(path.join(state, 'www/slides/404.html'), 'utf8')).toContain('href="/slides/"')
  })
})

describe('the Containerfile', () => {
  // Lines that are continued are one.
  const instructions = read('Containerfile')
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n/g, '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => [line.replace(/ .*/s, ''), line.replace(/^\S+ /, '')] as const)
  const valuesOf = (name: string) => instructions.filter(([instruction]) => instruction === name).map(([, value]) => value)

  test('has only instructions that container engines know, and a tag for its base', () => {
    const known = ['ARG', 'FROM', 'RUN', 'COPY', 'ENV', 'USER', 'WORKDIR', 'ENTRYPOINT', 'CMD']
    expect(instructions.filter(([instruction]) => !known.includes(instruction))).toEqual([])
    expect(valuesOf('ARG')[0]).toMatch(/^BASE=[\w./]+:[\w.-]+$/)
    expect(valuesOf('FROM')).toEqual(['${BASE}'])
  })

  test('runs commands that a shell can read, each ending at the first error', () => {
    for (const script of valuesOf('RUN')) {
      expect(script).toMatch(/^set -eu;/)
      expect(spawnSync('sh', ['-n', '-c', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
    }
    expect(valuesOf('RUN')).toHaveLength(2)
  })

  test('names the time of its snapshot of Debian as the time of its files', () => {
    const [, snapshot = '', epoch = ''] = valuesOf('ARG').map((value) => value.replace(/^\w+=/, ''))
    const iso = snapshot.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
    expect(Date.parse(iso) / 1000).toBe(Number(epoch))
  })

  test('runs Hedgerow in the folder of the site, not as root', () => {
    expect(valuesOf('USER')).toEqual(['10001'])
    expect(instructions.findIndex(([name]) => name === 'USER')).toBeGreaterThan(instructions.findLastIndex(([name]) => name === 'RUN'))
    expect(valuesOf('WORKDIR')).toEqual(['/site'])
    expect(valuesOf('ENTRYPOINT')).toEqual(['["hedgerow"]'])
  })

  test.skipIf(!has('apt-cache', 'show', 'chromium'))('installs packages that Debian has (needs the lists of apt)', () => {
    const [, names = ''] = /--no-install-recommends\s+([^;]*);/.exec(valuesOf('RUN')[0] ?? '') ?? []
    const packages = names.trim().split(/\s+/)
    expect(packages).toContain('fonts-liberation')
    expect(packages.filter((name) => !has('apt-cache', 'show', name))).toEqual([])
  })
})
