import { readAddress } from '../stage/session.ts'
import { openSpeakerView } from '../speaker/open-speaker-view.ts'

// A single file is its own speaker view, too: a template contains that page until the address asks for it.
const template = document.querySelector<HTMLTemplateElement>('template.speaker-page')
const isWanted = parent === window && readAddress(location.href, 'itself') !== undefined

if (template && isWanted) {
  for (const style of document.head.querySelectorAll('style')) style.remove()
  document.title = template.content.querySelector('h1')?.textContent ?? document.title
  document.body.replaceChildren(template.content.cloneNode(true))
  document.addEventListener('DOMContentLoaded', () => openSpeakerView('itself'))
}

// Videos and sounds are data addresses in a single file. Browsers can seek, and some can play, only blobs.
for (const medium of document.querySelectorAll<HTMLMediaElement>('audio[src^="data:"], video[src^="data:"]'))
  medium.src = unpack(medium.src)
for (const source of document.querySelectorAll<HTMLSourceElement>('source[src^="data:"]')) {
  source.src = unpack(source.src)
  if (source.parentElement instanceof HTMLMediaElement) source.parentElement.load()
}
for (const slide of document.querySelectorAll<HTMLElement>('section[data-background-video^="data:"]'))
  slide.dataset['backgroundVideo'] = unpack(slide.dataset['backgroundVideo'] ?? '')

function unpack(address: string): string {
  const [, type = '', content = ''] = /^data:([^;,]*);base64,(.*)$/s.exec(address) ?? []
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
  return URL.createObjectURL(new Blob([bytes], { type }))
}
