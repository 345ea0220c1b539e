import picomatch from 'picomatch/posix.js'

/** Whether a path matches one of the globs of `site.yaml`; `talks` and `talks/` mean all below that folder. */
export function matchGlobs(globs: readonly string[]): (file: string) => boolean {
  if (globs.length === 0) return () => false
  return picomatch(globs.flatMap((glob) => [glob.replace(/^\.?\//, ''), `${glob.replace(/^\.?\//, '').replace(/\/$/, '')}/**`]))
}
