import type { Forge } from '../forge-files/forge-files.ts'

/** Where a repository is hosted, from the address of its git remote. */
export interface Remote {
  readonly host: string
  /** User, organisation or group, with subgroups: `owner` or `group/subgroup`. */
  readonly owner: string
  readonly name: string
}

// What forges allow in names. Anything else is an address that we do not understand.
const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/
const PART = /^[A-Za-z0-9_][\w.-]*$/

// Names under which forges answer SSH on port 443.
const SAME: Readonly<Record<string, string>> = { 'ssh.github.com': 'github.com', 'altssh.gitlab.com': 'gitlab.com' }

/**
 * The repository at an address as git has it: `https://host/owner/name.git`, `ssh://git@host:22/owner/name`, `git@host:owner/name.git`. User names
 * and passwords in it are dropped. `undefined` for a path, or for names that no forge allows.
 */
export function readRemote(address: string): Remote | undefined {
  const url = /^(?:https?|ssh|git|git\+ssh|ssh\+git):\/\/(?:[^/]*@)?([^/:@]+)(?::\d{1,5})?\/(.+)$/i.exec(address)
  // As scp writes it. A single letter is a drive of Windows.
  const short = /^(?:[^/:@]+@)?([^/:@]{2,}):(?!\/\/)\/?(.+)$/.exec(address)
  const [, host = '', path = ''] = url ?? short ?? []
  const known = host.toLowerCase()
  const parts = path
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .split('/')
  if (!HOST.test(known) || parts.length < 2 || !parts.every((part) => PART.test(part))) return undefined
  return { host: SAME[known] ?? known, owner: parts.slice(0, -1).join('/'), name: parts.at(-1) ?? '' }
}

const FORGES: readonly (readonly [Forge, RegExp])[] = [
  ['github', /^github\.com$/],
  ['gitlab', /^gitlab\.|\.gitlab\./],
  ['forgejo', /^codeberg\.org$|^(?:forgejo|gitea)\./],
]

/** The software of a host, where its name shows it. */
export function forgeOfHost(host: string): Forge | undefined {
  return FORGES.find(([, pattern]) => pattern.test(host))?.[0]
}

// The hosts of which the addresses of published sites are known.
const PAGES: Readonly<Record<string, string>> = {
  'github.com': 'github.io',
  'gitlab.com': 'gitlab.io',
  'gitlab.opencode.de': 'usercontent.opencode.de',
  'codeberg.org': 'codeberg.page',
}

/** The address under which the host publishes the pages of a repository, unless that has a domain of its own; `undefined` for other hosts. */
export function pagesAddress({ host, owner, name }: Remote): string | undefined {
  const domain = PAGES[host]
  if (domain === undefined) return undefined
  const [group = '', ...subgroups] = owner.toLowerCase().split('/')
  const site = `${group}.${domain}`
  const isSite = subgroups.length === 0 && (name.toLowerCase() === site || (host === 'codeberg.org' && name === 'pages'))
  return `https://${site}/${isSite ? '' : [...owner.split('/').slice(1), name].map((part) => `${part}/`).join('')}`
}
