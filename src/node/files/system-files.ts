const NAMES: ReadonlySet<string> = new Set([
  // macOS
  '.ds_store',
  '.localized',
  '.apdisk',
  '.fseventsd',
  '.spotlight-v100',
  '.temporaryitems',
  '.trashes',
  'icon\r',
  // Windows
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  '$recycle.bin',
  'system volume information',
  // Linux; the first is at the root of a volume
  'lost+found',
  '.directory',
])

/** Whether operating systems create a file or folder of this name automatically. */
export function isSystemFile(name: string): boolean {
  // macOS keeps what other file systems cannot hold in a second file.
  return name.startsWith('._') || NAMES.has(name.toLowerCase())
}
