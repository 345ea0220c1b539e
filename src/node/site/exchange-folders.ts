import { spawnSync } from 'node:child_process'

// The number of renameat2(2), which swaps two names, on Linux.
const RENAMEAT2: Readonly<Record<string, number>> = {
  x64: 316,
  arm64: 276,
  riscv64: 276,
  loong64: 276,
  ppc64: 357,
  s390x: 347,
  arm: 382,
  ia32: 353,
}

/**
 * Swaps two folders in one step, so that each name leads to a whole folder at every moment. Node has no call for it; on Linux `mv` has since
 * coreutils 9.5, and Perl may make any system call. Returns false, and changes nothing, where neither can.
 */
export function exchangeFolders(one: string, other: string): boolean {
  if (process.platform !== 'linux') return false
  const number = RENAMEAT2[process.arch]
  return (
    succeeds('mv', ['--exchange', '--no-copy', '--no-target-directory', '--', one, other]) ||
    (number !== undefined &&
      succeeds('perl', ['-e', 'exit(syscall($ARGV[0] + 0, -100, $ARGV[1], -100, $ARGV[2], 2) == 0 ? 0 : 1)', String(number), one, other]))
  )
}

function succeeds(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}
