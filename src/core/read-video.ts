/** The address of a video on the service that a short code names; `undefined` if it is on another. */
export interface Video {
  readonly service: 'youtube' | 'vimeo'
  readonly id: string
  /** The address of the player, for a frame. */
  readonly player: string
}

const YOUTUBE = /^((www|m|music)\.)?youtube(-nocookie)?\.com$/
const YOUTUBE_PLAYER = 'https://www.youtube-nocookie.com/embed/'

/** Reads an address of YouTube or Vimeo: of a page, a short link or a player; `undefined` if it is not that of a video. */
export function readVideo({ host, pathname, searchParams }: URL): Video | undefined {
  if (host === 'youtu.be' || YOUTUBE.test(host)) {
    const path = (host === 'youtu.be' ? /^\/([\w-]{11})\/?$/ : /^\/(?:embed|shorts|live|v|e)\/([\w-]{11})\/?$/).exec(pathname)?.[1]
    const list = searchParams.get('list') ?? ''
    if (pathname === '/embed/videoseries' || pathname === '/playlist')
      return /^[\w-]{10,60}$/.test(list) ? { service: 'youtube', id: list, player: `${YOUTUBE_PLAYER}videoseries?list=${list}` } : undefined
    const id = path ?? (/^\/(watch\/?)?$/.test(pathname) ? searchParams.get('v') : null)
    if (id === null || !/^[\w-]{11}$/.test(id)) return undefined
    const start = secondsIn(searchParams.get('start') ?? searchParams.get('t') ?? '')
    return { service: 'youtube', id, player: `${YOUTUBE_PLAYER}${id}${start > 0 ? `?start=${start}` : ''}` }
  }
  if (!/^(www\.|player\.)?vimeo\.com$/.test(host)) return undefined
  const [, id, hash] =
    /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d{1,15})(?:\/([\da-f]{6,20}))?\/?$/.exec(pathname) ?? []
  if (id === undefined) return undefined
  const key = hash ?? searchParams.get('h') ?? ''
  return { service: 'vimeo', id, player: `https://player.vimeo.com/video/${id}${/^[\da-f]{6,20}$/.test(key) ? `?h=${key}` : ''}` }
}

// `90`, `90s` or `1h2m3s`.
function secondsIn(time: string): number {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(time) ?? []
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}
