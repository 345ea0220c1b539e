/** Loads a script, which must have the digest if there is one. */
export function loadScript(src: string, integrity?: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = src
    // From disk, digests cannot be checked.
    if (integrity !== undefined && location.protocol !== 'file:') Object.assign(script, { integrity, crossOrigin: 'anonymous' })
    script.addEventListener('load', resolve)
    script.addEventListener('error', () => reject(new Error(src)))
    document.head.append(script)
  })
}
