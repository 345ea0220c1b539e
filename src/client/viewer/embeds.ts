/** A click on the card of an embedded page replaces it with the frame; until then nothing is requested from its host. */
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
    // Video players refuse to play without a referrer.
    frame.referrerPolicy = 'strict-origin-when-cross-origin'
    frame.src = link.dataset['frame'] ?? ''
    link.replaceWith(frame)
    frame.focus()
  })
}
