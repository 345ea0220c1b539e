/**
 * The address of the player of a video or of a page that a site embeds; `undefined` for hosts that are not on its list.
 * `hosts` are the hosts whose frames may be shown, over https in any case.
 */
export function frameAddress(url: URL, hosts: readonly string[] | 'any'): string | undefined {
  const address = player(url) ?? (url.protocol === 'https:' ? url.href : undefined)
  return address !== undefined && (hosts === 'any' || hosts.includes(new URL(address).host)) ? address : undefined
}

function player({ host, pathname, href }: URL): string | undefined {
  if (/^(www\.|m\.)?youtube(-nocookie)?\.com$/.test(host)) {
    const id = /[?&]v=([\w-]{11})(?![\w-])/.exec(href)?.[1] ?? /^\/embed\/([\w-]{11})$/.exec(pathname)?.[1]
    return id === undefined ? undefined : `https://www.youtube-nocookie.com/embed/${id}`
  }
  if (host === 'youtu.be') return /^\/[\w-]{11}$/.test(pathname) ? `https://www.youtube-nocookie.com/embed${pathname}` : undefined
  const video = /^(www\.|player\.)?vimeo\.com$/.test(host) ? /^\/(?:video\/)?(\d+)$/.exec(pathname)?.[1] : undefined
  return video === undefined ? undefined : `https://player.vimeo.com/video/${video}`
}
