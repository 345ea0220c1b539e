/** The kind of a file; `attachment` is only linked to and downloaded, `code` is only used by pages and themes. */
export type FileKind = 'markdown' | 'image' | 'svg' | 'video' | 'audio' | 'captions' | 'pdf' | 'attachment' | 'code'

/** THE TABLE of file endings: the kind of a file and its media type. */
const ENDINGS: Readonly<Record<string, readonly [kind: FileKind, mediaType: string]>> = {
  md: ['markdown', 'text/markdown; charset=utf-8'],
  markdown: ['markdown', 'text/markdown; charset=utf-8'],
  qmd: ['markdown', 'text/markdown; charset=utf-8'],
  png: ['image', 'image/png'],
  jpg: ['image', 'image/jpeg'],
  jpeg: ['image', 'image/jpeg'],
  gif: ['image', 'image/gif'],
  bmp: ['image', 'image/bmp'],
  webp: ['image', 'image/webp'],
  avif: ['image', 'image/avif'],
  svg: ['svg', 'image/svg+xml'],
  mp4: ['video', 'video/mp4'],
  webm: ['video', 'video/webm'],
  ogv: ['video', 'video/ogg'],
  mp3: ['audio', 'audio/mpeg'],
  ogg: ['audio', 'audio/ogg'],
  oga: ['audio', 'audio/ogg'],
  m4a: ['audio', 'audio/mp4'],
  wav: ['audio', 'audio/wav'],
  flac: ['audio', 'audio/flac'],
  vtt: ['captions', 'text/vtt; charset=utf-8'],
  pdf: ['pdf', 'application/pdf'],
  html: ['code', 'text/html; charset=utf-8'],
  css: ['code', 'text/css; charset=utf-8'],
  js: ['code', 'text/javascript; charset=utf-8'],
  xml: ['code', 'application/xml'],
  woff2: ['code', 'font/woff2'],
  wasm: ['code', 'application/wasm'],

  // No kind that browsers show as a page: those could contain scripts. So no XML, and no macros.
  json: ['attachment', 'application/json'],
  txt: ['attachment', 'text/plain; charset=utf-8'],
  csv: ['attachment', 'text/csv; charset=utf-8'],
  zip: ['attachment', 'application/zip'],
  gz: ['attachment', 'application/gzip'],
  ics: ['attachment', 'text/calendar; charset=utf-8'],
  ...attachments('tar tgz bz2 tbz2 xz txz 7z zst'), // archives
  ...attachments('tsv yaml yml toml jsonl geojson log sql parquet'), // data
  ...attachments('odp odt ods odg ppt pptx doc docx xls xlsx rtf epub'), // documents
  ...attachments('py ipynb r rmd jl c h cc cpp hpp cs java kt go rs rb sh tf tex bib ris diff patch'), // source code
}

function attachments(endings: string): Readonly<Record<string, readonly [FileKind, string]>> {
  return Object.fromEntries(endings.split(' ').map((ending) => [ending, ['attachment', 'application/octet-stream']]))
}

// Files that configure something or protect it; decks may link to none of them.
const PRIVATE =
  /(^|\/)(site\.ya?ml|pads\.lock\.yaml|package(-lock)?\.json|[^/]*(^|[/._-])(secrets?|credentials?|passwords?|passwd|tokens?|htpasswd|kubeconfig|tfvars|tfstate)([._-][^/]*)?)$/i

// Private keys, and settings that usually contain passwords.
const KEYS = /(^|\/)(id_(rsa|dsa|ecdsa|ed25519)[^/]*|[^/]*\.(pem|key|p12|pfx|jks|keystore|ppk|kdbx|env|tfvars|tfstate))$/i

// `clientSecret.json`, but not `secretary.csv`.
const SECRET_IN_NAME = /[a-z](Secret|Credential|Password|Token)s?(\.\w+)+$/

const isPrivate = (path: string) => PRIVATE.test(path) || KEYS.test(path) || SECRET_IN_NAME.test(path)

// Of the formats that browsers do not show: compressed SVGs, and an ending that private keys have too.
const NEVER_LINKED = /^(svgz|key)$/

const MB = 1e6

/** The kinds that a deck may refer to and a site publishes, with their size limits in bytes. */
const LARGEST: Readonly<Partial<Record<FileKind, number>>> = {
  image: 50 * MB,
  svg: 5 * MB, // it is parsed; everything else is only copied
  video: 500 * MB,
  audio: 500 * MB,
  captions: 50 * MB,
  pdf: 50 * MB,
  attachment: 100 * MB, // what GitHub accepts
}

/** The largest size limit, in bytes. */
export const LARGEST_ASSET = Math.max(...Object.values(LARGEST))

// Formats that no browser shows, what to convert them to, and with which program.
const CONVERSIONS: Readonly<Record<string, readonly [to: string, program: 'magick' | 'ffmpeg -i' | 'inkscape' | undefined]>> = {
  ...Object.fromEntries(
    'heic heif hif jfif jpe jp2 j2k jxl cr2 cr3 nef arw dng orf raf'.split(' ').map((ending) => [ending, ['jpg', 'magick']]),
  ),
  ...Object.fromEntries('tif tiff psd xcf tga pcx ppm pgm pbm ico apng'.split(' ').map((ending) => [ending, ['png', 'magick']])),
  ...Object.fromEntries('emf wmf eps ps ai cdr svgz'.split(' ').map((ending) => [ending, ['svg', 'inkscape']])),
  ...Object.fromEntries(
    'drawio dio vsd vsdx odg dia graffle excalidraw puml plantuml dot gv mmd fig key'
      .split(' ')
      .map((ending) => [ending, ['svg', undefined]]),
  ),
  ...Object.fromEntries(
    'mov qt avi mkv wmv flv f4v m4v mpg mpeg m2ts mts 3gp 3g2 vob'.split(' ').map((ending) => [ending, ['mp4', 'ffmpeg -i']]),
  ),
  ...Object.fromEntries('aac aif aiff wma opus amr caf mid midi'.split(' ').map((ending) => [ending, ['mp3', 'ffmpeg -i']])),
}

/** What a picture, video or sound that browsers do not show can be converted to. */
export interface Conversion {
  /** An ending. */
  readonly to: string
  /** The program that converts it; missing if that is the program that made it. */
  readonly program?: string | undefined
}

/** How to convert a file that browsers do not show; `undefined` if it is not known as one. */
export function conversionOf(path: string): Conversion | undefined {
  const ending = endingOf(path)
  const [to, program] = (Object.hasOwn(CONVERSIONS, ending) ? CONVERSIONS[ending] : undefined) ?? []
  return to === undefined ? undefined : { to, program }
}

/** The endings of pictures, for patterns that look for their names in a text. */
export const PICTURE_ENDINGS: readonly string[] = Object.keys(ENDINGS).filter((ending) => isPicture(`.${ending}`))

/** The endings of files that may be decks. */
export const MARKDOWN_ENDINGS: readonly string[] = Object.keys(ENDINGS).filter((ending) => isMarkdown(`.${ending}`))

/** The kind of a file, by its ending; `undefined` for files that a site never uses. */
export function kindOf(path: string): FileKind | undefined {
  return typeOf(path)?.[0]
}

/** Whether a file may be a deck. */
export function isMarkdown(path: string): boolean {
  return kindOf(path) === 'markdown'
}

/** The path of a markdown file without its ending; any other path stays as it is. */
export function withoutMarkdownEnding(path: string): string {
  return isMarkdown(path) ? path.slice(0, path.lastIndexOf('.')) : path
}

/** Whether a deck may refer to a file, which its site then publishes. */
export function isPublished(path: string): boolean {
  const kind = kindOf(path)
  return kind !== undefined && Object.hasOwn(LARGEST, kind) && !(kind === 'attachment' && isPrivate(path))
}

/** Whether a deck may contain the text of a file; one of Markdown is meant to be read, whatever its name. */
export function isIncludable(path: string): boolean {
  return isMarkdown(path) || !isPrivate(path)
}

/** Whether a slide shows or plays a file: an image, a video or a sound, or the captions of one. */
export function isShown(path: string): boolean {
  return /^(image|svg|video|audio|captions)$/.test(kindOf(path) ?? '')
}

/** Whether a file is an SVG, which a site serves cleaned. */
export function isSvg(path: string): boolean {
  return kindOf(path) === 'svg'
}

/** Whether a file may refer to others by name: Markdown, style sheets, pages, options and scripts. */
export function mayReferToFiles(path: string): boolean {
  return isMarkdown(path) || /\.(css|scss|html?|ya?ml|json|toml|txt|[cm]?[jt]s)$/i.test(path)
}

/** Whether an `<img>` shows a file. */
export function isPicture(path: string): boolean {
  const kind = kindOf(path)
  return kind === 'image' || kind === 'svg'
}

/** The size limit of a file in bytes; 0 if it is never published. */
export function largestOf(path: string): number {
  const kind = kindOf(path)
  return (kind && LARGEST[kind]) ?? 0
}

/** The media type with which a file of a site is served. */
export function contentType(path: string): string {
  return typeOf(path)?.[1] ?? 'application/octet-stream'
}

function typeOf(path: string): (typeof ENDINGS)[string] | undefined {
  const ending = endingOf(path)
  if (Object.hasOwn(ENDINGS, ending)) return ENDINGS[ending]
  return Object.hasOwn(CONVERSIONS, ending) && !NEVER_LINKED.test(ending) ? ['attachment', 'application/octet-stream'] : undefined
}

/** The ending of a file name in lower case, without the dot; empty if it has none. */
export function endingOf(path: string): string {
  return /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}

/** Name of the folder of decks in a project that has no other. */
export const DECKS = 'decks'
