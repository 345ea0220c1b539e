/** What a workflow asks for, from its variables. */
export interface Settings {
  /** Folder of decks, from the root of the repository. */
  readonly folder: string
  /** Where the site, or the preview, is written. */
  readonly out: string
  /** URL path of the published site. */
  readonly base: string
  /** Commit that is built; missing outside a forge. */
  readonly revision: string | undefined
  readonly layout: boolean
  /** Part of the site that is built, such as "2/4"; without it all of it. */
  readonly shard: string | undefined
  /** Folder with the folders of all parts, which are merged; without it the site is built. */
  readonly parts: string | undefined
  readonly failOn: FailOn
  /** Name of the commit or branch that a preview is compared with. */
  readonly against: string
  /** Whether messages are commands of the runner, and the summary is shown. Forgejo's runner says that it is GitHub's, but does neither. */
  readonly isGithub: boolean
  readonly isGitlab: boolean
  /** File that GitHub shows as the summary of the job. */
  readonly summary: string | undefined
}

const FAIL_ON = ['errors', 'warnings', 'never'] as const

export type FailOn = (typeof FAIL_ON)[number]

type Environment = Readonly<Record<string, string | undefined>>

/** The settings of a workflow. Throws if one has a value that it cannot have. */
export function readSettings(env: Environment): Settings {
  const failOn = textOf(env, 'HEDGEROW_FAIL_ON') ?? 'errors'
  const found = FAIL_ON.find((name) => name === failOn)
  if (found === undefined) throw new Error(`fail-on must be one of ${FAIL_ON.join(', ')}; got "${failOn}"`)
  return {
    folder: textOf(env, 'HEDGEROW_FOLDER') ?? 'decks',
    out: textOf(env, 'HEDGEROW_OUT') ?? 'dist',
    base: baseOf(env),
    revision: (textOf(env, 'GITHUB_SHA') ?? textOf(env, 'CI_COMMIT_SHA'))?.slice(0, 10),
    layout: env['HEDGEROW_LAYOUT'] === 'true',
    shard: textOf(env, 'HEDGEROW_SHARD'),
    parts: textOf(env, 'HEDGEROW_PARTS'),
    failOn: found,
    against: textOf(env, 'HEDGEROW_AGAINST') ?? 'HEAD^1',
    isGithub: env['GITHUB_ACTIONS'] === 'true' && env['FORGEJO_ACTIONS'] !== 'true' && env['GITEA_ACTIONS'] !== 'true',
    isGitlab: env['GITLAB_CI'] === 'true',
    summary: textOf(env, 'GITHUB_STEP_SUMMARY'),
  }
}

// GitLab names the address of the site, which is at the root of its host or under the name of the project.
function baseOf(env: Environment): string {
  const address = textOf(env, 'CI_PAGES_URL')
  const named = textOf(env, 'HEDGEROW_BASE') ?? (address === undefined ? '/' : new URL(address).pathname)
  return `/${named}/`.replace(/^\/+/, '/').replace(/\/+$/, '/')
}

function textOf(env: Environment, name: string): string | undefined {
  const value = env[name]
  return value === '' ? undefined : value
}
