// Videos and sounds are data addresses in a single file. Browsers can seek, and some can play, only blobs.
for (const medium of document.querySelectorAll<HTMLMediaElement>('audio[src^="data:"], video[src^="data:"]'))
  medium.src = unpack(medium.src)
for (const slide of document.querySelectorAll<HTMLElement>('section[data-background-video^="data:"]'))
  slide.dataset['backgroundVideo'] = unpack(slide.dataset['backgroundVideo'] ?? '')

function unpack(address: string): string {
  const [, type = '', content = ''] = /^data:([^;,]*);base64,(.*)$/s.exec(address) ?? []
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
  return URL.createObjectURL(new Blob([bytes], { type }))
}
