;(() => {
  const root = document.documentElement
  const KEY = 'hedgerow-scheme'
  const apply = (scheme) => {
    if (scheme === 'dark' || scheme === 'light') root.dataset.scheme = scheme
  }
  const read = () => {
    // Pages from disk may have no storage.
    try {
      apply(localStorage.getItem(KEY))
    } catch {}
  }
  // Before the first paint, to avoid a white flash in dark mode.
  read()
  // The choice may change on another page of the site.
  addEventListener('storage', read)
  addEventListener('pageshow', read)
  addEventListener('click', ({ target }) => {
    if (!target.closest('.hr-scheme')) return
    const isDark = (root.dataset.scheme ?? (matchMedia('(prefers-color-scheme:dark)').matches ? 'dark' : 'light')) === 'dark'
    apply(isDark ? 'light' : 'dark')
    try {
      localStorage.setItem(KEY, root.dataset.scheme)
    } catch {}
  })
  // The contents of a text follow its reader: the last section that begins in the upper third of the window.
  addEventListener('DOMContentLoaded', () => {
    // Beside the text they are open, which its style sheet alone says to nobody but the eye.
    for (const details of document.querySelectorAll('.hr-contents details')) details.open ||= innerWidth > 720
    const links = [...document.querySelectorAll('.hr-contents a')]
    const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))))
    const follow = () => {
      const at = sections.findLastIndex((section) => section?.getBoundingClientRect().top < innerHeight / 3)
      for (const [index, link] of links.entries()) {
        if (index !== at) link.removeAttribute('aria-current')
        else if (!link.hasAttribute('aria-current')) {
          link.setAttribute('aria-current', 'true')
          const holder = link.closest('.hr-contents')
          if (holder.scrollHeight > holder.clientHeight) holder.scrollTop = link.offsetTop - holder.clientHeight / 2
        }
      }
    }
    if (links.length === 0) return
    addEventListener('scroll', () => requestAnimationFrame(follow), { passive: true })
    follow()
  })
  // A page without a field has a link to one.
  addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (key === '/' && !ctrlKey && !metaKey && !altKey) document.querySelector('a.hr-find')?.click()
  })
})()
