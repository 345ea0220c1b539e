/**
 * Tries, in a page of another origin, all ways to read an address, and returns what was read.
 * Runs in the page: only its text gets there.
 */
export async function readFromElsewhere(site: string): Promise<string[]> {
  const read: string[] = []
  const note = (how: string, what: string | undefined) => {
    if (what !== undefined && what !== '') read.push(`${how}: ${what.slice(0, 60)}`)
  }
  const settled = (element: HTMLElement) =>
    new Promise<boolean>((resolve) => {
      element.addEventListener('load', () => resolve(true))
      element.addEventListener('error', () => resolve(false))
      document.body.append(element)
    })
  const attempt = async (how: string, work: () => Promise<string | undefined>) => {
    // What says neither yes nor no has nothing to read.
    const silence = new Promise<undefined>((resolve) => setTimeout(resolve, 1000))
    try {
      note(how, await Promise.race([work(), silence]))
    } catch {
      // That is what should happen.
    }
    // A page of the server that stays open keeps one of the few connections that a browser makes.
    document.body.replaceChildren()
  }
  const made = <K extends keyof HTMLElementTagNameMap>(name: K, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
    return element
  }

  const pages = ['', 'talk.html', '@vite/client'].map((name) => site + name)
  for (const address of pages) {
    for (const mode of ['cors', 'no-cors', 'same-origin', 'navigate'] as const)
      for (const credentials of ['omit', 'include'] as const)
        await attempt(`fetch ${mode} ${credentials}`, async () => (await fetch(address, { mode, credentials })).text())
    await attempt('fetch with a header', async () => (await fetch(address, { headers: { 'x-a': 'b' } })).text())
    await attempt('fetch a part', async () => (await fetch(address, { mode: 'no-cors', headers: { range: 'bytes=0-9' } })).text())
    await attempt('post', async () => (await fetch(address, { method: 'POST', body: 'a' })).text())
    for (const type of ['text/javascript', 'module'])
      await attempt(`script as ${type}`, async () => ((await settled(made('script', { type, src: address }))) ? 'it was run' : ''))
    await attempt('style sheet', async () => ((await settled(made('link', { rel: 'stylesheet', href: address }))) ? 'it was used' : ''))
    await attempt('frame', async () => {
      const frame = made('iframe', { src: address })
      await settled(frame)
      return frame.contentDocument?.body.innerHTML ?? frame.contentWindow?.document.body.innerHTML
    })
    await attempt('object', async () => {
      const object = made('object', { data: address, type: 'text/html' })
      await settled(object)
      return object.contentDocument?.body.innerHTML
    })
    await attempt('window', async () => {
      const opened = open(address)
      await new Promise((resolve) => setTimeout(resolve, 200))
      const text = opened?.document.body.innerHTML
      opened?.close()
      return text
    })
  }
  await attempt('picture', async () => {
    const picture = made('img', { src: `${site}dot.gif` })
    return (await settled(picture)) ? 'it was shown' : ''
  })
  await attempt('picture that may be read', async () =>
    (await settled(made('img', { src: `${site}dot.gif`, crossorigin: '' }))) ? 'it was shown' : '',
  )
  const listen = async (source: EventSource | WebSocket) => {
    const said = await new Promise<string>((resolve) => {
      source.addEventListener('open', () => resolve('it was opened'))
      source.addEventListener('message', () => resolve('it has spoken'))
      source.addEventListener('error', () => resolve(''))
    })
    source.close()
    return said
  }
  for (const withCredentials of [true, false])
    await attempt('event source', () => listen(new EventSource(`${site}@hedgerow/changes`, { withCredentials })))
  for (const name of ['', '@hedgerow/changes', '@vite/client'])
    for (const protocol of ['vite-hmr', 'vite-ping', 'x'])
      await attempt('web socket', () => listen(new WebSocket(site.replace(/^http/, 'ws') + name, protocol)))
  return read
}
