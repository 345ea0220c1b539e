// Makes sure that there is what the browser tests need: a Chromium, a font of the measure of Arial, and qpdf, which proves PDFs. What the machine lacks comes from Debian.
import { execFileSync, spawnSync } from 'node:child_process'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

const answers = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0
const find = () => [process.env.CHROMIUM, ...NAMES].find((name) => name && answers(name, ['--version']))

// The fallback of the brand's font has the measure of Arial; without one like it text moves when the font arrives.
function hasFont() {
  const { status, stdout } = spawnSync('fc-list', { encoding: 'utf8' })
  return status !== 0 || /Arial|Liberation Sans|Arimo|Helvetica/.test(stdout)
}

function install() {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const run = (...args) => {
    const [command, ...rest] = [...sudo, ...args]
    execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  run('apt-get', 'update')
  run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation', 'qpdf')
}

if (!find() || !hasFont() || !answers('qpdf', ['--version'])) {
  console.error('no Chromium, no font of the measure of Arial, or no qpdf: installing Debian’s')
  try {
    install()
  } catch (cause) {
    console.error(`that failed: ${cause.message}`)
  }
}
const found = find()
if (found) console.error(`browser tests use ${found}`)
else {
  console.error(
    'The browser tests need Chromium. Install it (Debian: sudo apt-get install chromium), or name one in the variable CHROMIUM.',
  )
  process.exitCode = 1
}
