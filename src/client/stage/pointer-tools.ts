import type { RevealApi } from 'reveal.js'
import type { ActionAt } from '../keys.ts'
import { openInk } from './ink.ts'
import type { Mark, Tool } from './messages.ts'

/** Laser pointer, pen and zoom. */
export interface PointerTools {
  /** Starts a tool, or stops it if it is in use. Returns the tool in use afterwards. */
  readonly use: (tool: Tool) => Tool | undefined
  /** Stops the tool in use, and returns whether there was one. */
  readonly stop: () => boolean
  /** Shows a mark without sending it. */
  readonly show: (mark: Mark) => void
  /** Shows a mark and sends it. */
  readonly make: (mark: Mark) => void
  readonly keepsInk: () => boolean
  /** Zooms to where the pointer is, if it has moved over the window. */
  readonly zoomHere: () => void
  /** Applies the action of a key to the tool in use, and returns whether there was one to apply. */
  readonly act: (action: ActionAt<'U'> | undefined) => boolean
}

/** Laser pointer, pen and zoom over the slides of a window. `send` gets all marks that are made here. */
export function openPointerTools(deck: RevealApi, send: (mark: Mark) => void): PointerTools {
  const ink = openInk(deck)
  const zoom = zoomSlides(deck)
  const plane = document.createElement('div')
  plane.className = 'stage-plane'
  let tool: Tool | undefined
  let isDown = false
  let pointer: PointerEvent | undefined
  addEventListener('pointermove', (event) => (pointer = event), { passive: true })

  const show = (mark: Mark) => {
    if (mark.type === 'zoom') zoom.into(mark.x, mark.y)
    else if (mark.type === 'unzoom') zoom.out()
    else ink.show(mark)
  }
  const make = (mark: Mark) => {
    show(mark)
    send(mark)
  }
  const stop = () => {
    if (tool === undefined) return false
    if (tool === 'pointer') make({ type: 'lift' })
    if (zoom.isIn()) make({ type: 'unzoom' })
    tool = undefined
    isDown = false
    plane.remove()
    return true
  }
  plane.addEventListener('pointermove', (event) => {
    if (tool === 'pointer') make({ type: 'point', ...ink.pointAt(event) })
    if (tool !== 'pen' || !isDown) return
    for (const part of event.getCoalescedEvents?.() ?? [event]) make({ type: 'draw', ...ink.pointAt(part), begins: false })
  })
  plane.addEventListener('pointerdown', (event) => {
    // Keeps the focus, so that the keys still move the slides.
    event.preventDefault()
    if (event.button !== 0) return
    plane.setPointerCapture(event.pointerId)
    isDown = true
    const point = ink.pointAt(event)
    if (tool === 'pointer') make({ type: 'point', ...point })
    if (tool === 'pen') make({ type: 'draw', ...point, begins: true })
    if (tool === 'zoom') zoomAt(point)
  })
  for (const end of ['pointerup', 'pointercancel']) plane.addEventListener(end, () => (isDown = false))
  plane.addEventListener('pointerleave', () => {
    if (tool === 'pointer') make({ type: 'lift' })
  })
  const zoomAt = (point: { readonly x: number; readonly y: number }) => make(zoom.isIn() ? { type: 'unzoom' } : { type: 'zoom', ...point })
  return {
    zoomHere() {
      if (pointer) zoomAt(ink.pointAt(pointer))
    },
    act(action) {
      if (action === 'stopTool') return stop()
      if (action !== 'zoomMiddle' || tool !== 'zoom') return false
      zoomAt(ink.middle)
      return true
    },
    use(wanted) {
      const isSame = tool === wanted
      stop()
      if (isSame) return undefined
      tool = wanted
      plane.dataset['tool'] = wanted
      document.body.append(plane)
      return wanted
    },
    stop,
    show,
    make,
    keepsInk: ink.isKept,
  }
}

interface Zoom {
  /** Enlarges the area around a point of the slide. */
  readonly into: (x: number, y: number) => void
  readonly out: () => void
  readonly isIn: () => boolean
}

const SCALE = 2.2

/** Enlarges a part of the slide until the slide changes. */
function zoomSlides(deck: RevealApi): Zoom {
  const viewport = deck.getRevealElement() as HTMLElement
  const slides = deck.getSlidesElement() as HTMLElement
  const { width, height } = deck.getComputedSlideSize()
  const out = () => viewport.classList.remove('zoomed')
  deck.on('slidechanged', out)
  deck.on('overviewshown', out)
  return {
    into(x, y) {
      if (viewport.classList.contains('zoomed')) return
      const box = slides.getBoundingClientRect()
      viewport.style.setProperty('--zoom-x', `${box.left + (x / width) * box.width}px`)
      viewport.style.setProperty('--zoom-y', `${box.top + (y / height) * box.height}px`)
      viewport.style.setProperty('--zoom', String(SCALE))
      viewport.classList.add('zoomed')
    },
    out,
    isIn: () => viewport.classList.contains('zoomed'),
  }
}
