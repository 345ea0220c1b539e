import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { constants } from 'node:os'
import path from 'node:path'

/** Calls that can fail, by what the operating system is asked for. */
export type CallKind = 'open' | 'write' | 'rename' | 'unlink' | 'fsync'

export interface Failure {
  readonly kind: CallKind
  /** The how-manieth call of its kind fails, counted from 1; 0 fails none. */
  readonly nth: number
  readonly code: string
  /** Calls about files elsewhere are left alone. */
  readonly below: string
}

/** What became of the calls. */
export interface Calls {
  readonly count: number
  /** The file of the call that failed. */
  readonly failed: string | undefined
}

type Method = (...args: never[]) => unknown

const METHODS: Readonly<Record<CallKind, readonly string[]>> = {
  open: ['openSync', 'readFileSync', 'writeFileSync', 'copyFileSync', 'mkdirSync', 'mkdtempSync', 'readdirSync', 'cpSync'],
  write: ['writeFileSync', 'copyFileSync', 'writeSync', 'cpSync'],
  rename: ['renameSync'],
  unlink: ['rmSync', 'rmdirSync', 'unlinkSync'],
  fsync: ['fsyncSync'],
}

/** Does some work while one call to the file system fails, as if the disk did; a write that fails has written half. */
export async function withFailure<T>(
  { kind, nth, code, below }: Failure,
  work: () => Promise<T> | T,
): Promise<{ result: T | Error; calls: Calls }> {
  const methods = fs as unknown as Record<string, Method>
  const real = new Map(METHODS[kind].map((name) => [name, methods[name] as Method]))
  const opened = new Map<number, string>()
  const { openSync } = fs
  let count = 0
  let failed: string | undefined
  const fail = (name: string, args: readonly unknown[]) => {
    const file = fileOf(args, opened)
    if (!file?.startsWith(below + path.sep)) return
    count += 1
    if (count !== nth) return
    failed = file
    if (kind === 'write') writeHalf(name, args, real)
    throw Object.assign(new Error(`${code}: injected, ${name} '${file}'`), {
      code,
      errno: -((constants.errno as Readonly<Record<string, number>>)[code] ?? 0),
      syscall: kind,
      path: file,
    })
  }
  for (const [name, method] of real)
    methods[name] = (...args: never[]) => {
      fail(name, args)
      return method(...args)
    }
  const counted = fs.openSync
  fs.openSync = (file, flags, mode) => {
    const handle = counted(file, flags, mode)
    opened.set(handle, path.resolve(String(file)))
    return handle
  }
  syncBuiltinESMExports()
  try {
    const result = await Promise.resolve()
      .then(work)
      .catch((cause: unknown) => (cause instanceof Error ? cause : new Error(String(cause))))
    return { result, calls: { count, failed } }
  } finally {
    for (const [name, method] of real) methods[name] = method
    fs.openSync = openSync
    syncBuiltinESMExports()
  }
}

// The file that is written, where two are named.
function fileOf([first, second]: readonly unknown[], opened: ReadonlyMap<number, string>): string | undefined {
  if (typeof first === 'number') return opened.get(first)
  if (typeof first !== 'string') return undefined
  return path.resolve(typeof second === 'string' && second.startsWith('/') ? second : first)
}

function writeHalf(name: string, args: readonly unknown[], real: ReadonlyMap<string, Method>): void {
  const write = real.get('writeFileSync') as typeof fs.writeFileSync
  if (name === 'writeFileSync') {
    const [file, content, options] = args as [string, string | Uint8Array, fs.WriteFileOptions]
    write(file, content.slice(0, content.length / 2), options)
  }
  if (name === 'copyFileSync') {
    const [from, file] = args as [string, string]
    const content = fs.readFileSync(from)
    write(file, content.subarray(0, content.length / 2))
  }
}
