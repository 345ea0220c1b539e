/** One path each, stroked in a square of 24 by 24. */
export const icons = {
  overview: 'M4 5h6v5H4zM14 5h6v5h-6zM4 14h6v5H4zM14 14h6v5h-6z',
  fullScreen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  dark: 'M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z',
  speaker: 'M3 4h18v11H3zM12 15v5M8 20h8M7 8h6M7 11h4',
  more: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  read: 'M6 3h9l4 4v14H6zM9 9h6M9 13h7M9 17h7',
  allDecks: 'M3 11l9-7 9 7M6 9v11h12V9',
  previousDeck: 'M11 6l-6 6 6 6M19 6l-6 6 6 6',
  nextDeck: 'M5 6l6 6-6 6M13 6l6 6-6 6',
  source: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  pdf: 'M6 3h9l4 4v14H6zM12 9v8M9 14l3 3 3-3',
  pad: 'M11 4H5v16h14v-7M9 15l.5-3.5L18 3l3 3-8.5 8.5z',
  single: 'M4 8l8-5 8 5v8l-8 5-8-5zM4 8l8 5 8-5M12 13v8',
  share: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  search: 'M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12M15 15l5 5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  enlarge: 'M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12M15 15l5 5M10 7v6M7 10h6',
  print: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z',
  close: 'M6 6l12 12M18 6L6 18',
  help: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1.2.6-1.5 1.2-1.5 2.8M12 19v.3',
  others: 'M5 12h.1M12 12h.1M19 12h.1',
  present: 'M7 4.5l12 7.5-12 7.5z',
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  imprint: 'M5 3h14v18H5zM9 8h6M9 12h6M9 16h3',
  privacy: 'M12 3l7 3v6c0 4-3 7-7 9-4-2-7-5-7-9V6z',
  accessibility: 'M12 4.5v.1M5 8.5l7 1.5 7-1.5M12 10v4M12 14l-3 6M12 14l3 6',
  feedback: 'M4 5h16v11h-9l-4 4v-4H4zM12 8v3M12 13.3v.1',
  enforcement: 'M12 4v16M7 20h10M5 7h14M5 7l-2 6h4zM19 7l-2 6h4z',
  pause: 'M8 5v14M16 5v14',
} as const

const SVG = 'http://www.w3.org/2000/svg'

/** Hidden from screen readers: the button around it has a label. */
export function drawIcon(name: keyof typeof icons): SVGElement {
  return drawPath(icons[name])
}

/** The same for an icon that only one page has. */
export function drawPath(d: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', d)
  svg.append(path)
  return svg
}
