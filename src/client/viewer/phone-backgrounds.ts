import { readOptions } from '../page-events.ts'
import { putBackground } from './slide-background.ts'

/**
 * Puts the backgrounds of slides into them where they are one below the other, with the class for the colour of text that reveal.js
 * would set. Returns what undoes it.
 */
export function showBackgrounds(root: HTMLElement): () => void {
  const address = readOptions(root).parallaxBackgroundImage
  const shared = address === undefined || address === '' ? undefined : `background-image:url(${JSON.stringify(address)})`
  const backgrounds = [...root.querySelectorAll<HTMLElement>('.slides section:not(.stack)')].flatMap((slide) => {
    const video = slide.dataset['backgroundVideo']
    const background = putBackground(slide, video === undefined ? shared : '')
    if (!background) return []
    if (shared !== undefined && background.style.backgroundImage.startsWith('url(')) background.classList.add('shared')
    if (video !== undefined) background.append(silentVideo(video))
    const colour = getComputedStyle(background).backgroundColor
    const brightness = brightnessOf(colour)
    if (brightness !== undefined) slide.classList.add(brightness < 128 ? 'has-dark-background' : 'has-light-background')
    return [background]
  })
  return () => {
    for (const background of backgrounds) background.remove()
  }
}

function silentVideo(addresses: string): HTMLVideoElement {
  const video = document.createElement('video')
  Object.assign(video, { src: addresses.split(',')[0]?.trim() ?? '', muted: true, defaultMuted: true, loop: true, playsInline: true })
  video.dataset['autoplay'] = ''
  return video
}

// As reveal.js measures it; `undefined` for what is transparent.
function brightnessOf(colour: string): number | undefined {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (/^rgba?\((.*)\)$/.exec(colour)?.[1] ?? '0,0,0,0').split(/[\s,/]+/).map(Number)
  return alpha === 0 ? undefined : (red * 299 + green * 587 + blue * 114) / 1000
}
