import { execFile, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { writeFiles } from '../support/make-folder.ts'
import { home, makeRelease } from '../support/make-release.ts'
import { openPadServer, type PadServer } from '../support/pad-server.ts'
import { hasWebServer, startWebServer, WEB_SERVERS } from '../support/start-web-server.ts'
import { watchPage } from './watch-page.ts'

// The commands of the README, one after the other, by somebody who has a repository of decks and nothing else.

const SLIDES = ['## Agenda', '## News', '## Teams', '### Infrastructure', '## Next call']

const deck = (day: string) =>
  `---\ntitle: Team call\ntags: call\nslideOptions:\n  theme: white\n---\n\n# Team call\n\n${day}\n\n---\n\n${SLIDES.join(`\n\n- of ${day}\n\n---\n\n`)}\n`
const DECKS = Object.fromEntries(['2026-10-01', '2026-10-08', '2026-10-15'].map((day) => [`${day.replaceAll('-', '')}.md`, deck(day)]))

const readme = readFileSync(path.join(home, 'README.md'), 'utf8')

/** The commands below a heading, without their comments. */
function commandsOf(heading: string): readonly string[] {
  const section = new RegExp(`^## ${heading}$([^]*?)^## `, 'm').exec(readme)?.[1] ?? ''
  const blocks = [...section.matchAll(/^```sh\n([^]*?)^```/gm)].map(([, text = '']) => text)
  return blocks.flatMap((text) => text.split('\n').map((line) => line.replace(/ +#.*/, ''))).filter((line) => line !== '')
}

const ask = promisify(execFile)

const nginx = WEB_SERVERS.find(({ name }) => name === 'nginx')
const isSeen = nginx !== undefined && hasWebServer(nginx)

let holder: string
let pads: PadServer
let env: Readonly<Record<string, string>>
let talks: string
let origin: string

beforeAll(async () => {
  pads = await openPadServer()
  pads.addPad({ alias: 'call', text: deck('2026-10-22').replace('title: Team call\n', 'title: Team call\ndate: 2026-10-22\n') })
  holder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-newcomer-'))
  const below = (name: string) => path.join(holder, name)
  await makeRelease(below('release'), 'https://github.com/owner/hedgerow', {})
  talks = below('talks')
  origin = below('origin.git')
  env = {
    HOME: below('home'),
    PATH: `${below('npm')}/bin:${process.env['PATH'] ?? ''}`,
    LANG: 'C.UTF-8',
    CHROMIUM: 'none',
    // Which registry npm asks, and what it has fetched, are those of the machine.
    npm_config_userconfig: path.join(os.homedir(), '.npmrc'),
    npm_config_globalconfig: (await ask('npm', ['config', 'get', 'globalconfig'])).stdout.trim(),
    npm_config_cache: path.join(os.homedir(), '.npm'),
    npm_config_prefix: below('npm'),
    TARBALL: below('release/hedgerow-0.1.0.tgz'),
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@localhost',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@localhost',
  }
  writeFiles(talks, DECKS)
  mkdirSync(below('home'))
  await run(`git init --quiet --bare --initial-branch=main ${origin}`)
  await run(
    'git init --quiet --initial-branch=main && git remote add origin https://github.com/team/talks.git && git add . && git commit --quiet -m Decks',
  )
  // The address is that of a forge; what is pushed stays here.
  await run(`git config url.${origin}.insteadOf https://github.com/team/talks.git && git push --quiet --set-upstream origin main`)
})
afterAll(async () => {
  await pads.close()
  rmSync(holder, { recursive: true, force: true })
})

/** Runs a command as it is typed; returns what it prints. */
async function run(command: string): Promise<string> {
  const { stdout } = await ask('bash', ['-c', `${command} 2>&1`], { cwd: talks, env, timeout: 120_000 })
  return stdout
}

/** Starts a server by a command, and returns the page that it says it has. */
async function serve(command: string): Promise<string> {
  const child = spawn('bash', ['-c', `exec ${command}`], { cwd: talks, env, stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let printed = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        printed += text
        const [found] = /http:\/\/\S+/.exec(printed) ?? []
        if (found !== undefined) resolve(found)
      })
      child.on('close', () => reject(new Error(`${command} has ended: ${printed}`)))
    })
    return await (await fetch(address)).text()
  } finally {
    child.kill()
  }
}

test('the README leads from nothing to a site that is published, and through a week', { timeout: 300_000 }, async (context) => {
  const missing = 'nginx: run node scripts/install-web-servers.mjs'
  if (!isSeen && process.env['CI']) throw new Error(missing)
  context.skip(!isSeen, missing)
  const [install = '', ...more] = commandsOf('Install')
  expect([install, more]).toEqual([expect.stringMatching(/^npm install --global --ignore-scripts https:\S+\.tgz$/), []])
  await run(install.replace(/https:\S+/, '"$TARBALL"'))

  const [init = '', dev = '', build = ''] = commandsOf('Build a site')
  expect([init, dev, build]).toEqual(['hedgerow init', 'hedgerow dev --open', 'hedgerow build'])
  // There is no terminal that could ask, and no browser that could be opened.
  const written = await run(`${init} --yes`)
  expect(written).toContain('title: Team call\n')
  expect(written).toContain('url: https://team.github.io/talks/\n')
  const workflow = readFileSync(path.join(talks, '.github/workflows/slides.yml'), 'utf8')
  expect(workflow).toMatch(/uses: owner\/hedgerow\/\.github\/workflows\/publish\.yml@[0-9a-f]{40} # v0\.1\.0\n/)
  expect(workflow.trimEnd().split('\n').length).toBeLessThan(13)
  expect(await serve(`${dev.replace(' --open', '')} --port 0`)).toContain('Team call')
  expect(await run(build)).toMatch(/built dist: 3 decks, 18 slides, 0 errors, 0 warnings/)

  // oxlint-disable-next-line no-await-in-loop -- each command needs the one before.
  for (const command of commandsOf('Publish it')) await run(command)
  const pushed = (await run(`git -C ${origin} ls-tree -r --name-only main`)).split('\n')
  expect(pushed).toEqual(expect.arrayContaining(['site.yaml', '.github/workflows/slides.yml', '20261015.md', 'templates/call.md']))
  expect(pushed.filter((file) => file.startsWith('dist'))).toEqual([])

  const [next = '', pull = '', check = ''] = commandsOf('Every week')
  expect([next, pull, check]).toEqual(['hedgerow new call --date thursday', 'hedgerow pull https://pad.example.org/call', 'hedgerow check'])
  const [created = ''] = /\d{8}\S*\.md/.exec(await run(`${next} --no-open`)) ?? []
  expect(readFileSync(path.join(talks, created), 'utf8')).toContain('## Agenda')
  await run(pull.replace('https://pad.example.org/', pads.root))
  expect(existsSync(path.join(talks, '20261022.md'))).toBe(true)
  expect(await run(check)).toContain('checked 5 decks: 0 errors')
  await run(build)
  await seePublished(path.join(talks, 'dist'))
})

/** Opens the site in a browser, from a web server and below a path as GitHub Pages has it. */
async function seePublished(site: string): Promise<void> {
  if (!nginx) throw new Error('there is no recipe for nginx')
  const server = await startWebServer(nginx, '/talks/', (folder) => cpSync(site, folder, { recursive: true }))
  const browser = await launchChromium()
  try {
    const { page, faults } = await watchPage(await browser.newContext(), new URL(server.url).origin)
    await page.goto(server.url)
    await page.getByRole('link', { name: /^Show \d+ slides?$/ }).click()
    await page.waitForSelector('.reveal[data-fitted]', { state: 'attached' })
    expect(page.url()).toMatch(/\/talks\/\d{8}[^/]*\.html/)
    expect(faults).toEqual([])
  } finally {
    await browser.close()
    await server.close()
  }
}
