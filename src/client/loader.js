;(() => {
  const { src, integrity } = document.currentScript.dataset
  const { classList } = document.documentElement
  if (/^#\/?(?!0?$|0\/0?$).+/.test(location.hash)) classList.add('elsewhere')
  // Before the first paint, to avoid a white flash in dark mode. Pages from disk may have no storage.
  try {
    const scheme = localStorage.getItem('hedgerow-scheme')
    if (scheme === 'dark' || scheme === 'light') document.documentElement.dataset.scheme = scheme
  } catch {}
  // A single file has nothing to load.
  if (!src) return
  const script = document.createElement('script')
  script.src = src
  script.onerror = () => classList.remove('elsewhere')
  if (location.protocol !== 'file:') Object.assign(script, { integrity, crossOrigin: 'anonymous' })
  document.head.append(script)
})()
