/** A click on the card of an embed puts its frame in its place; until then nothing is asked of its host. */
export function openEmbedsOnClick(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.embed[data-frame]') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const frame = document.createElement('iframe')
    frame.className = link.className
    frame.title = link.textContent ?? ''
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox')
    frame.allow = 'fullscreen; encrypted-media; picture-in-picture'
    // Players refuse to play for a page that does not say where it is.
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    frame.src = link.dataset['frame'] ?? ''
    link.replaceWith(frame)
    frame.focus()
  })
}
