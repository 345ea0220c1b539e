import { readFileSync } from 'node:fs'
import { reasonOf } from '../node/files/system-errors.ts'
import type { PadSecrets } from '../node/pads/pad-client.ts'
import { UsageError } from './usage.ts'

/** Where a session or a token is: never on the command line, which other users of the computer can read. */
export interface SecretOptions {
  readonly cookieFile?: string | undefined
  readonly tokenFile?: string | undefined
}

/**
 * Reads the session and the token, from a file that is named or from the environment, for the origins that they are for. A line may begin with
 * its origin; without one there must be only one server. Throws `UsageError`, without the secret.
 */
export function readSecrets(
  { cookieFile, tokenFile }: SecretOptions,
  env: Readonly<Record<string, string | undefined>>,
  origins: readonly string[],
): ReadonlyMap<string, PadSecrets> {
  const cookies = byOrigin(readSecret('--cookie-file', cookieFile) ?? env['HEDGEROW_PAD_COOKIE'], 'HEDGEROW_PAD_COOKIE', origins)
  const tokens = byOrigin(readSecret('--token-file', tokenFile) ?? env['HEDGEROW_PAD_TOKEN'], 'HEDGEROW_PAD_TOKEN', origins)
  const all = new Set([...cookies.keys(), ...tokens.keys()])
  return new Map(
    [...all].map((origin): [string, PadSecrets] => {
      const [cookie, token] = [cookies.get(origin), tokens.get(origin)]
      return [origin, { ...(cookie === undefined ? {} : { cookie: withName(cookie) }), ...(token === undefined ? {} : { token }) }]
    }),
  )
}

function readSecret(option: string, file: string | undefined): string | undefined {
  try {
    return file === undefined ? undefined : readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UsageError(`${option} must be a file that can be read; ${file ?? ''}: ${reasonOf(cause)}`)
  }
}

function byOrigin(text: string | undefined, name: string, origins: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const line of (text ?? '').split(/\r?\n/)) {
    const [, origin, secret = ''] = /^\s*(?:(https?:\/\/\S+)\s+)?(\S.*?)?\s*$/.exec(line) ?? []
    if (secret === '') continue
    if (origin !== undefined) {
      if (!URL.canParse(origin)) throw new UsageError(`${name} must have a secret after the address of each server`)
      found.set(new URL(origin).origin, secret)
      continue
    }
    const [only, ...more] = origins
    if (more.length > 0)
      throw new UsageError(
        `${name} must say for which server it is, as in "${only ?? ''} …", since the pads are on ${more.length + 1} servers`,
      )
    if (only !== undefined) found.set(only, secret)
  }
  return found
}

// The value alone is what browsers let people copy.
function withName(cookie: string): string {
  return cookie.includes('=') ? cookie : `connect.sid=${cookie}`
}
