// THE POLICY: what authors may write. Everything else is shown as text (elements) or removed (attributes).

/** Attributes on every element, besides `data-*`. */
export const globalAttributes: ReadonlySet<string> = new Set(['id', 'class', 'style', 'title', 'lang', 'dir'])

const cell = ['rowspan', 'colspan', 'align', 'valign', 'width', 'headers']
const column = ['align', 'valign', 'span', 'width']
const rows = ['align', 'valign']

/** The elements of HedgeDoc's allowlist, each with its allowed attributes. */
export const elements: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'target'],
  abbr: [],
  address: [],
  area: [],
  article: [],
  aside: [],
  audio: ['autoplay', 'controls', 'loop', 'muted', 'preload', 'src'],
  b: [],
  bdi: [],
  bdo: [],
  big: [],
  blockquote: ['cite'],
  br: [],
  caption: [],
  center: [],
  cite: [],
  code: [],
  col: column,
  colgroup: column,
  dd: [],
  del: ['datetime'],
  details: ['open'],
  div: [],
  dl: [],
  dt: [],
  em: [],
  figcaption: [],
  figure: [],
  font: ['color', 'size', 'face'],
  footer: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  header: [],
  hr: [],
  i: [],
  iframe: ['allowfullscreen', 'src', 'width', 'height'],
  img: ['src', 'alt', 'width', 'height', 'loading'],
  ins: ['datetime'],
  kbd: [],
  li: ['value'],
  mark: [],
  nav: [],
  ol: ['start'],
  p: [],
  pre: [],
  rp: [],
  rt: [],
  ruby: [],
  s: [],
  section: [],
  small: [],
  source: ['src', 'type'],
  span: [],
  strike: [],
  strong: [],
  style: [],
  sub: [],
  summary: [],
  sup: [],
  table: ['width', 'border', 'align', 'valign'],
  tbody: rows,
  td: cell,
  tfoot: rows,
  th: [...cell, 'scope', 'abbr'],
  thead: rows,
  track: ['default', 'kind', 'label', 'src', 'srclang'],
  tr: ['rowspan', ...rows],
  tt: [],
  u: [],
  ul: [],
  video: ['autoplay', 'controls', 'loop', 'muted', 'playsinline', 'poster', 'preload', 'src', 'height', 'width'],
}

/** Attributes that contain an address, and its kind. */
export const addressAttributes: Readonly<Record<string, 'link' | 'file'>> = {
  'a href': 'link',
  'blockquote cite': 'link',
  'img src': 'file',
  'audio src': 'file',
  'source src': 'file',
  'track src': 'file',
  'video src': 'file',
  'video poster': 'file',
  'iframe src': 'link',
}

/** Schemes of addresses that a link may have. */
export const linkSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

const colour = /^[#\w(),.%/ -]{1,100}$/
const plain = /^[\w.:%, ()|+-]{0,100}$/

/** The attribute of a slide for a page of another server as its background; only allowed on slides. */
export const BACKGROUND_FRAME = 'data-background-iframe'

/**
 * The `data-*` attributes that reveal.js interprets, with their allowed values.
 * Other names may have any value.
 */
export const dataAttributes: Readonly<Record<string, RegExp>> = {
  'data-background': /^[^<>"]{0,2000}$/,
  'data-background-image': /^[^<>"]{0,2000}$/,
  'data-background-video': /^[^<>"]{0,2000}$/,
  // Only on a slide, and only as a link that waits for a click.
  [BACKGROUND_FRAME]: /^https?:\/\/[^\s<>"']{1,2000}$/,
  'data-background-color': colour,
  'data-background-gradient': /^(?!.*(?:url|image|src|var))[a-z-]{0,30}gradient\([#\w\s(),.%/-]{1,1000}\)$/i,
  'data-background-size': plain,
  'data-background-position': plain,
  'data-background-repeat': plain,
  'data-background-opacity': /^[\d.]{1,6}%?$/,
  'data-background-transition': plain,
  'data-background-video-loop': plain,
  'data-background-video-muted': plain,
  'data-transition': plain,
  'data-transition-speed': plain,
  'data-autoslide': /^\d{1,9}$/,
  'data-timing': /^\d{1,9}$/,
  'data-state': /^[\w -]{1,100}$/,
  'data-visibility': /^(hidden|uncounted)$/,
  'data-fragment-index': /^-?\d{1,6}$/,
  'data-auto-animate': plain,
  'data-auto-animate-id': plain,
  'data-auto-animate-restart': plain,
  'data-auto-animate-unmatched': plain,
  'data-auto-animate-delay': /^[\d.]{1,8}$/,
  'data-auto-animate-duration': /^[\d.]{1,8}$/,
  'data-auto-animate-easing': /^(ease|linear|ease-in|ease-out|ease-in-out|cubic-bezier\([\d., -]{1,60}\))$/,
  'data-id': plain,
  'data-autoplay': plain,
  'data-preload': plain,
  'data-ignore': plain,
  'data-prevent-swipe': plain,
  'data-line-numbers': /^[\d,\s|:-]{0,200}$/,
  'data-trim': plain,
  'data-noescape': plain,
}

/** `data-*` names that would make reveal.js or a script of the page load or run something, or confuse it. */
export const refusedData =
  /^data-(markdown|template|charset|notes|src|srcset|sizes|separator.*|external.*|preview-.*|background-interactive|background-hash|index-[hv]|start-indexv|previous-indexv|lazy-loaded|loaded|layout|fragment|attributes|auto-animate-target|auto-animate-styles|muted-by-reveal|paused-by-reveal|navigation-mode|controls-.*|line-number|scrollbar|rendered|options|source-line|step-notes|frame|integrity|draw|mermaid)$/

/** Classes that scripts of the page or of reveal.js use. */
export const refusedClasses =
  /^(reveal|slides|stack|backgrounds?|slide-background.*|slide-number.*|controls|navigate-.*|enter-fullscreen|resume-button|jump-to-slide.*|pdf-page|scroll-(page|snap|auto).*|scrollbar.*|progress|playback|present|past|future|overview|paused|pause-overlay|aria-status|speaker-notes.*|r-overlay.*|reveal-.*|no-transition|ready|site|hr-.*|print-pdf|viewer(-.*)?|zoomed|window|announcer|flash|skip|deck-.*|measured|scrolls|on-paper|stage-.*|composed)$/

/** Allowed at-rules; all others load something, or affect more than the slides. */
export const cssAtRules: ReadonlySet<string> = new Set(['media', 'supports', 'keyframes', '-webkit-keyframes'])

/** Allowed values of `position`, which do not leave the slide. */
export const cssPositions: ReadonlySet<string> = new Set(['static', 'relative', 'absolute', 'initial', 'inherit', 'unset', 'revert'])

/** Functions that load something, or hide an address. Only `url(#name)` and small inline images are allowed. */
export const cssRefusedFunctions =
  /^(url|src|image|image-set|-webkit-image-set|cross-fade|-webkit-cross-fade|element|paint|attr|env|expression)$/

/** CSS properties are allowed, except for these. */
export const cssRefusedProperties = /^(behavior|-moz-binding|-ms-behavior)$/

/** Pseudo-classes that depend on other elements. */
export const cssRefusedPseudoClasses = /^(has|host|host-context|scope|target-within)$/i

/** Selectors by which authors mean the whole deck: they become the slides, and their backgrounds fill the window. */
export const cssWholeDeck =
  /^(?:html|body|:root|(?:div|main|body)?\.reveal(?:-viewport)?)(?:[ >](?:html|body|:root|(?:div|main|body)?\.reveal(?:-viewport)?))*$/i

/** Longest style sheet, in characters. */
export const LONGEST_CSS = 100_000

/** Allowed elements of SVGs: none that runs, loads, links or embeds a document. */
export const svgElements: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image switch style ' +
    'linearGradient radialGradient stop clipPath mask pattern marker filter feBlend feColorMatrix feComponentTransfer feComposite ' +
    'feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR ' +
    'feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
)

/** Images that an attribute may contain; an SVG could contain script. */
export const inlinePicture = /^data:image\/(png|jpeg|gif|webp|avif);base64,[a-z0-9+/=\s]{1,2000000}$/i

/** Most elements on one slide, and how deep they may be nested. */
export const MOST_ELEMENTS = 20_000
export const DEEPEST = 200
