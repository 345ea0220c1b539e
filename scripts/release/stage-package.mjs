import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const MODULE = /^lib\/(?!client\/).*\.js$/

/**
 * Copies the files that package.json lists from `source` to `stage`. In place of the compiled modules it writes `program`, texts by file name, and
 * in place of some other files `made`, values by file name.
 */
export function stagePackage(source, stage, { program, made }) {
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: source, encoding: 'utf8', maxBuffer: 1e9 })
  const [{ files }] = JSON.parse(packed)
  const commands = new Set(Object.values(made['package.json'].bin))
  const write = (name, content) => {
    const file = path.join(stage, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
    // Whatever the umask: the modes are part of the tarball.
    chmodSync(file, commands.has(name) ? 0o755 : 0o644)
  }
  const isCopied = (name) => !Object.hasOwn(made, name) && !MODULE.test(name)
  for (const { path: name } of files) if (isCopied(name)) write(name, readFileSync(path.join(source, name)))
  for (const [name, code] of program) write(name, code)
  for (const [name, value] of Object.entries(made)) write(name, `${JSON.stringify(value, undefined, 2)}\n`)
}
