import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { askRaw } from './ask-raw.ts'

/** A web server of this machine, run from a recipe of the documentation. */
export interface WebServerKind {
  readonly name: string
  readonly command: string
  /** Writes the configuration, and returns the arguments of a server that stays in the foreground. */
  readonly configure: (place: Place) => readonly string[]
}

interface Place {
  /** Holds the configuration, and what the server itself writes. */
  readonly folder: string
  /** The folder that the recipe calls `/srv/www`. */
  readonly root: string
  /** The folder of the site. */
  readonly site: string
  /** Path of the site on its host. */
  readonly base: string
  readonly port: number
}

const recipes = path.resolve(import.meta.dirname, '../../docs/servers')
const isRoot = process.getuid?.() === 0

/** A recipe as its first lines say how to adapt it, for a folder and a port of the test. */
function adapt(name: string, { root, base, port }: Place): string {
  const text = readFileSync(path.join(recipes, name), 'utf8')
  return text
    .replaceAll('/slides/', base)
    .replaceAll('/srv/www', root)
    .replace(/^ *listen \[::\]:80;\n/m, '')
    .replace(
      /(listen |<VirtualHost \*:)80\b/,
      (_, before: string) => before.replace('*', '127.0.0.1') + (/listen/.test(before) ? `127.0.0.1:${port}` : port),
    )
    .replace(/^slides\.example\.org \{/m, `http://127.0.0.1:${port} {`)
}

const write = (place: Place, name: string, text: string) => {
  const file = path.join(place.folder, name)
  writeFileSync(file, text)
  return file
}

const MODULES = 'mpm_event authz_core authz_host mime dir alias headers rewrite filter deflate brotli env'

/** The modules and what Debian sets for all sites; as root, Apache refuses to answer as root. */
const apache = (place: Place, site: string) => `
ServerRoot ${place.folder}
ServerName localhost
Listen 127.0.0.1:${place.port}
PidFile ${place.folder}/apache.pid
ErrorLog ${place.folder}/error.log
${MODULES.split(' ')
  .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
  .join('\n')}
TypesConfig /etc/mime.types
${isRoot ? 'User www-data\nGroup www-data' : ''}
${site}
`

export const WEB_SERVERS: readonly WebServerKind[] = [
  {
    name: 'nginx',
    command: 'nginx',
    configure: (place) => {
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${place.folder}/${name};`)
      const head = `${isRoot ? 'user root;' : ''} pid ${place.folder}/nginx.pid; daemon off; error_log ${place.folder}/error.log; events {}`
      const text = `${head}\nhttp { access_log off; ${temporary.join(' ')}\n${adapt('nginx.conf', place)} }\n`
      return ['-c', write(place, 'nginx.conf', text), '-p', place.folder, '-e', `${place.folder}/error.log`]
    },
  },
  {
    name: 'Apache',
    command: 'apache2',
    configure: (place) => ['-D', 'FOREGROUND', '-f', write(place, 'apache.conf', apache(place, adapt('apache.conf', place)))],
  },
  {
    name: 'Apache with an .htaccess',
    command: 'apache2',
    configure: (place) => {
      const [before = '', inner = '', after = ''] = adapt('apache.conf', place).split(/^ *# (?:end of )?\.htaccess$/m)
      writeFileSync(path.join(place.site, '.htaccess'), inner)
      const site = `${before}${after}`.replace('AllowOverride None', 'AllowOverride FileInfo Indexes')
      return ['-D', 'FOREGROUND', '-f', write(place, 'apache.conf', apache(place, site))]
    },
  },
  {
    name: 'Caddy',
    command: 'caddy',
    configure: (place) => {
      const text = `{\n\tadmin off\n\tauto_https off\n}\n${adapt('Caddyfile', place)}`
      return ['run', '--adapter', 'caddyfile', '--config', write(place, 'Caddyfile', text)]
    },
  },
]

/** Whether the machine has a web server. */
export function hasWebServer({ command }: WebServerKind): boolean {
  return spawnSync(command, [command === 'caddy' ? 'version' : '-v'], { stdio: 'ignore', env: withSystemFolders() }).status === 0
}

// Debian keeps servers where only root looks.
const withSystemFolders = () => ({ ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` })

/** A web server with a site, on loopback. */
export interface WebServer {
  /** Ends with `/`. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** Starts a web server that publishes a site at `/slides/` or at `/`; `place` writes the site into the folder that it gets. */
export async function startWebServer(kind: WebServerKind, base: string, place: (site: string) => void): Promise<WebServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hedgerow-server-'))
  // The server may run as another user.
  chmodSync(folder, 0o755)
  const root = path.join(folder, 'www')
  const site = path.join(root, base)
  mkdirSync(site, { recursive: true })
  place(site)
  const port = await findPort()
  const args = kind.configure({ folder, root, site, base, port })
  const env = { ...withSystemFolders(), HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const server = spawn(kind.command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const log: string[] = []
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => log.push(String(chunk)))
  const url = `http://127.0.0.1:${port}${base}`
  await untilItAnswers(url, server, log)
  return {
    url,
    close: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

async function findPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilItAnswers(url: string, server: ChildProcess, log: readonly string[]): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`${server.spawnfile} ended: ${log.join('')}`)
    const answer = await askRaw(url, { target: '/' }).catch(() => undefined)
    if (answer && answer.status > 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
