// Devices of Windows, whatever follows behind a dot.
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])[ ]*(?:\.|$)/i

/** Whether every system can hold a file or folder of each name in a path. */
export function isPortablePath(path: string): boolean {
  return path.split('/').every((name) => !DEVICE.test(name) && !/[. ]$|[<>:"|?*\\\u0000-\u001f]/.test(name))
}
