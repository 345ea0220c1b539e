type Environment = Readonly<Record<string, string | undefined>>

const NAME = /^[a-z\d](?:[a-z\d.-]{0,200}[a-z\d])?$/

/** The host under which GitHub Codespaces or Gitpod forwards a port of the workspace that this is; `undefined` elsewhere. */
export function forwardedHost(port: number, env: Environment): string | undefined {
  const host = ofCodespace(port, env) ?? ofGitpod(port, env)
  return host !== undefined && NAME.test(host) ? host : undefined
}

function ofCodespace(port: number, env: Environment): string | undefined {
  const name = env['CODESPACE_NAME']
  const domain = env['GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN']
  return name === undefined || domain === undefined ? undefined : `${name}-${port}.${domain}`.toLowerCase()
}

function ofGitpod(port: number, env: Environment): string | undefined {
  const { hostname } = parse(env['GITPOD_WORKSPACE_URL']) ?? {}
  return hostname === undefined ? undefined : `${port}-${hostname}`
}

function parse(address: string | undefined): URL | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address) : undefined
}
