import { drawPath } from '../viewer/icons.ts'

// One path each, stroked in a square of 24 by 24.
const PATHS = {
  goBack: 'M15 5l-7 7 7 7',
  goOn: 'M9 5l7 7-7 7',
  jump: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
  freeze: 'M12 2v20M3.3 7l17.4 10M20.7 7L3.3 17M9 4l3 2 3-2M9 20l3-2 3 2',
  black: 'M4 5h16v14H4z',
  white: 'M4 5h16v14H4z',
  zoom: 'M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12M15 15l5 5M10 7.5v5M7.5 10h5',
  pointer: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6',
  pen: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5',
  erase: 'M8 20l-4-4L14 6l6 6-8 8zM8 20h12M9 11l6 6',
  keep: 'M5 4h12l3 3v13H5zM8 4v5h7V4M8 20v-7h8v7',
  start: 'M7 4.5l12 7.5-12 7.5z',
  pause: 'M8 5v14M16 5v14',
  reset: 'M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5',
  help: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1.2.6-1.5 1.2-1.5 2.8M12 19v.3',
} as const

/** The icon of a tool of the speaker view. */
export function drawToolIcon(name: keyof typeof PATHS): SVGElement {
  const icon = drawPath(PATHS[name])
  icon.setAttribute('class', `icon-${name}`)
  return icon
}
