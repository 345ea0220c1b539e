import { readAddress } from '../speaker/read-address.ts'
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
