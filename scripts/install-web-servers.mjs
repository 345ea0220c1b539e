// Makes sure that there are the web servers that run the recipes in docs/servers: those that the machine lacks come from Debian, and are not started.
import { execFileSync, spawnSync } from 'node:child_process'

const PACKAGES = { nginx: 'nginx-light', apache2: 'apache2', caddy: 'caddy' }

// Debian keeps servers where only root looks.
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }
const has = (name) => spawnSync(name, [name === 'caddy' ? 'version' : '-v'], { stdio: 'ignore', env }).status === 0
const lacking = () => Object.keys(PACKAGES).filter((name) => !has(name))

// Debian starts a server that it installs, unless a script of this name forbids it.
const INSTALL = `
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"
  chmod 755 "$policy"
fi
apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"`

const names = lacking()
if (names.length > 0) {
  console.error(`no ${names.join(', ')}: installing Debian’s`)
  const command = ['sh', '-ec', INSTALL, 'sh', ...names.map((name) => PACKAGES[name])]
  const [program, ...args] = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command]
  try {
    execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  } catch (cause) {
    console.error(`that failed: ${cause.message}`)
  }
}
// Their tests are skipped then, except in CI.
const still = lacking()
if (still.length > 0) console.error(`tests of the recipes for ${still.join(', ')} are skipped`)
