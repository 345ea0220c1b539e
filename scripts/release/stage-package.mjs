import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Copies the files that package.json lists from `source` to `stage`, and writes `made`, values by file name, in place of some. */
export function stagePackage(source, stage, made) {
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
  for (const { path: name } of files) if (!Object.hasOwn(made, name)) write(name, readFileSync(path.join(source, name)))
  for (const [name, value] of Object.entries(made)) write(name, `${JSON.stringify(value, undefined, 2)}\n`)
}
