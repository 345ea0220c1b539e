;(() => {
  const { src, integrity } = document.currentScript.dataset
  const { classList } = document.documentElement
  if (/^#\/?(?!0?$|0\/0?$).+/.test(location.hash)) classList.add('elsewhere')
  // Before the first paint, so that whoever chose dark sees no flash of white. Pages from disk may have no storage.
  try {
    const scheme = localStorage.getItem('hedgerow-scheme')
    if (scheme === 'dark' || scheme === 'light') document.documentElement.dataset.scheme = scheme
  } catch {}
  // In a deck that is a single file there is nothing to load.
  if (!src) return
  const script = document.createElement('script')
  script.src = src
  script.onerror = () => classList.remove('elsewhere')
  if (location.protocol !== 'file:') Object.assign(script, { integrity, crossOrigin: 'anonymous' })
  document.head.append(script)
})()
